-- What the archive's bars say of every pair in every hour, by windows over rows; from definitions C and B.1 alone.
-- Variables: archive, the folder of the archive; since and until, of rows.sql.

CREATE TABLE bar AS
SELECT pair, epoch_ms(event_time) // 3600000 AS hour,
       arg_min(struct_pack(o := open, h := high, l := low, c := close, v := volume, n := trades), available_at) AS b
FROM read_parquet(getvariable('archive') || '/kind=bar/*/*.parquet')
WHERE epoch_ms(event_time) // 3600000 BETWEEN getvariable('since') AND getvariable('until')
  AND volume > 0 AND (isnan(trades) OR trades > 0) -- otherwise a filler row: a gap
GROUP BY ALL;

-- a row for each hour from a pair's first bar on; an hour without a bar holds NULL and is never filled
CREATE TABLE grid AS
SELECT pair, split_part(pair, '/', 1) AS base, split_part(pair, '/', 2) AS quote, hour,
       b.o AS o, b.h AS h, b.l AS l, b.c AS c, b.v AS v,
       CASE WHEN isnan(b.n) THEN NULL ELSE b.n END AS n
FROM (SELECT pair, unnest(range(min(hour), getvariable('until') + 1)) AS hour FROM bar GROUP BY pair)
LEFT JOIN bar USING (pair, hour);

CREATE TABLE derived AS
SELECT *,
       ln(c / lag(c) OVER p) AS r,
       lag(c) OVER p AS c1,
       (h + l + c) / 3 AS tp,
       ln(c) AS lc,
       CASE WHEN c IS NOT NULL THEN coalesce(sign(c - lag(c IGNORE NULLS) OVER p), 0) * v END AS signed_volume
FROM grid
WINDOW p AS (PARTITION BY pair ORDER BY hour);

CREATE TABLE terms AS
SELECT *,
       ln(h / l) ** 2 AS park,
       0.5 * ln(h / l) ** 2 - (2 * ln(2) - 1) * ln(c / o) ** 2 AS gk,
       ln(h / c) * ln(h / o) + ln(l / c) * ln(l / o) AS rs,
       ln(o / c1) AS overnight,
       CASE WHEN r IS NOT NULL THEN ln(c / o) END AS intraday,
       CASE WHEN r IS NOT NULL THEN ln(h / c) * ln(h / o) + ln(l / c) * ln(l / o) END AS rs_r,
       r * lag(r) OVER p AS rr,
       CASE WHEN lag(r) OVER p IS NOT NULL THEN r END AS r_later,
       CASE WHEN r IS NOT NULL THEN lag(r) OVER p END AS r_earlier,
       abs(r) / (v * c) AS impact,
       sum(signed_volume) OVER (PARTITION BY pair ORDER BY hour) + 0 * c AS obv,
       lc - lag(lc, 4) OVER p AS r4,
       lc - lag(lc, 24) OVER p AS r24
FROM derived
WINDOW p AS (PARTITION BY pair ORDER BY hour);

-- sums over windows; nN counts the bars present, mN the returns present
CREATE TABLE windows AS
SELECT *,
       count(c) OVER w14 AS n14, count(c) OVER w15 AS n15, count(c) OVER w20 AS n20, count(c) OVER w24 AS n24,
       count(c) OVER w50 AS n50, count(c) OVER w168 AS n168, count(c) OVER w200 AS n200, count(c) OVER w720 AS n720,
       count(r) OVER w24 AS m24, count(r) OVER w168 AS m168, count(r) OVER w720 AS m720,
       stddev_samp(r) OVER w24 AS sd24, stddev_samp(r) OVER w168 AS sd168, stddev_samp(r) OVER w720 AS sd720,
       avg(park) OVER w24 AS park24, avg(park) OVER w168 AS park168,
       avg(gk) OVER w24 AS gk24, avg(gk) OVER w168 AS gk168,
       avg(rs) OVER w24 AS rs24, avg(rs) OVER w168 AS rs168,
       var_samp(overnight) OVER w24 AS night24, var_samp(overnight) OVER w168 AS night168,
       var_samp(intraday) OVER w24 AS day24, var_samp(intraday) OVER w168 AS day168,
       avg(rs_r) OVER w24 AS rsr24, avg(rs_r) OVER w168 AS rsr168,
       avg(c) OVER w20 AS mean20, avg(c) OVER w50 AS mean50, avg(c) OVER w200 AS mean200,
       stddev_pop(c) OVER w20 AS sdp20,
       max(h) OVER w14 AS hh14, min(l) OVER w14 AS ll14, max(h) OVER w20 AS hh20, min(l) OVER w20 AS ll20,
       max(c) OVER w720 AS peak720,
       avg(tp) OVER w20 AS tp20, list(tp) FILTER (c IS NOT NULL) OVER w20 AS tps20,
       list(struct_pack(tp := tp, flow := tp * v)) FILTER (c IS NOT NULL) OVER w15 AS flows15,
       sum(tp * v) OVER w24 / sum(v) OVER w24 AS vwap24,
       avg(ln(v)) OVER w24 AS lnv24, stddev_samp(ln(v)) OVER w24 AS lnvsd24,
       avg(ln(v)) OVER w168 AS lnv168, stddev_samp(ln(v)) OVER w168 AS lnvsd168,
       count(n) OVER w168 AS counted168,
       avg(ln(1 + n)) OVER w168 AS lnn168, stddev_samp(ln(1 + n)) OVER w168 AS lnnsd168,
       avg(impact) OVER w24 AS impact24,
       avg(obv) OVER w168 AS obv168, stddev_samp(obv) OVER w168 AS obvsd168,
       skewness(r) OVER w168 AS skew, kurtosis_pop(r) OVER w168 AS kurt,
       sum(r) OVER w168 AS sum_r, sum(r * r) OVER w168 AS sum_r2,
       sum(rr) OVER w167 AS sum_rr, sum(r_later) OVER w167 AS sum_later, sum(r_earlier) OVER w167 AS sum_earlier,
       count(rr) OVER w167 AS pairs_rr,
       avg(r) OVER w168 AS mean_r, var_samp(r) OVER w168 AS var1,
       avg(r4) OVER w165 AS mean4, var_pop(r4) OVER w165 AS var4,
       avg(r24) OVER w145 AS mean24, var_pop(r24) OVER w145 AS var24,
       sum(c * v) OVER w24 AS money24
FROM terms
WINDOW w14 AS (PARTITION BY pair ORDER BY hour ROWS 13 PRECEDING),
       w15 AS (PARTITION BY pair ORDER BY hour ROWS 14 PRECEDING),
       w20 AS (PARTITION BY pair ORDER BY hour ROWS 19 PRECEDING),
       w24 AS (PARTITION BY pair ORDER BY hour ROWS 23 PRECEDING),
       w50 AS (PARTITION BY pair ORDER BY hour ROWS 49 PRECEDING),
       w145 AS (PARTITION BY pair ORDER BY hour ROWS 144 PRECEDING),
       w165 AS (PARTITION BY pair ORDER BY hour ROWS 164 PRECEDING),
       w167 AS (PARTITION BY pair ORDER BY hour ROWS 166 PRECEDING),
       w168 AS (PARTITION BY pair ORDER BY hour ROWS 167 PRECEDING),
       w200 AS (PARTITION BY pair ORDER BY hour ROWS 199 PRECEDING),
       w720 AS (PARTITION BY pair ORDER BY hour ROWS 719 PRECEDING);

-- bars present for W, returns present for R: at least ceil(0.9 n), and the bar decided on
CREATE MACRO covered(present, n, value, c) AS CASE WHEN c IS NOT NULL AND present >= ceil(0.9 * n) THEN value END;
CREATE MACRO yang_zhang(night, intraday, rs, m) AS
    sqrt(night + (0.34 / (1.34 + (m + 1) / (m - 1))) * intraday + (1 - 0.34 / (1.34 + (m + 1) / (m - 1))) * rs);
CREATE MACRO variance_ratio(variance, mean, mean_r, q, var1) AS
    (168 - q + 1) * (variance + (mean - q * mean_r) ** 2) / (q * (168 - q + 1) * (1 - q / 168.0)) / var1;
CREATE MACRO money_flow(fs, s) AS
    list_sum(list_transform(range(2, len(fs) + 1), i -> CASE WHEN s * (fs[i].tp - fs[i - 1].tp) > 0 THEN fs[i].flow ELSE 0 END));

CREATE TABLE of_pair AS
SELECT pair, base, quote, hour, c, r, n20, n24, m24, m168, money24,
       ln(c / lag(c, 1) OVER p) AS ret_1, ln(c / lag(c, 2) OVER p) AS ret_2, ln(c / lag(c, 3) OVER p) AS ret_3,
       ln(c / lag(c, 6) OVER p) AS ret_6, ln(c / lag(c, 12) OVER p) AS ret_12, ln(c / lag(c, 24) OVER p) AS ret_24,
       ln(c / lag(c, 72) OVER p) AS ret_72, ln(c / lag(c, 168) OVER p) AS ret_168, ln(c / lag(c, 720) OVER p) AS ret_720,
       covered(m24, 24, sd24, c) AS rv_cc_24, covered(m168, 168, sd168, c) AS rv_cc_168,
       covered(n24, 24, sqrt(park24 / (4 * ln(2))), c) AS rv_park_24,
       covered(n168, 168, sqrt(park168 / (4 * ln(2))), c) AS rv_park_168,
       covered(n24, 24, CASE WHEN gk24 >= 0 THEN sqrt(gk24) END, c) AS rv_gk_24,
       covered(n168, 168, CASE WHEN gk168 >= 0 THEN sqrt(gk168) END, c) AS rv_gk_168,
       covered(n24, 24, sqrt(rs24), c) AS rv_rs_24, covered(n168, 168, sqrt(rs168), c) AS rv_rs_168,
       covered(m24, 24, yang_zhang(night24, day24, rsr24, m24), c) AS rv_yz_24,
       covered(m168, 168, yang_zhang(night168, day168, rsr168, m168), c) AS rv_yz_168,
       covered(m720, 720, CASE WHEN m24 >= 22 AND sd720 > 0 THEN sd24 / sd720 END, c) AS vol_ratio,
       covered(n20, 20, ln(c / mean20), c) AS sma_dev_20, covered(n50, 50, ln(c / mean50), c) AS sma_dev_50,
       covered(n200, 200, ln(c / mean200), c) AS sma_dev_200,
       covered(m168, 168, CASE WHEN sd168 > 0 THEN ln(c / lag(c, 168) OVER p) / (sd168 * sqrt(168)) END, c) AS trend_strength,
       covered(n14, 14, CASE WHEN hh14 > ll14 THEN 100 * (c - ll14) / (hh14 - ll14) END, c) AS stoch_k,
       covered(n20, 20, CASE WHEN sdp20 > 0 THEN (c - (mean20 - 2 * sdp20)) / (4 * sdp20) END, c) AS bb_pctb,
       covered(n20, 20, 4 * sdp20 / mean20, c) AS bb_width,
       covered(n20, 20, list_sum(list_transform(tps20, x -> abs(x - tp20))) / n20, c) AS tp_mad,
       covered(n20, 20, (tp - tp20) / 0.015, c) AS tp_deviation,
       covered(n20, 20, CASE WHEN hh20 > ll20 THEN (c - ll20) / (hh20 - ll20) END, c) AS don_pos,
       covered(n20, 20, (hh20 - ll20) / c, c) AS don_width,
       covered(n720, 720, c / peak720 - 1, c) AS drawdown_720,
       -- skewness is corrected for the sample's size; the definition is not
       covered(m168, 168, skew * (m168 - 2) / sqrt(m168 * (m168 - 1)), c) AS skew_168,
       covered(m168, 168, kurt, c) AS kurt_168,
       covered(m168, 168, (sum_rr - mean_r * (sum_later + sum_earlier) + pairs_rr * mean_r ** 2)
           / (sum_r2 - m168 * mean_r ** 2), c) AS acf1_168,
       CASE WHEN m168 = 168 THEN variance_ratio(var4, mean4, mean_r, 4, var1) END AS vr_4_168,
       CASE WHEN m168 = 168 THEN variance_ratio(var24, mean24, mean_r, 24, var1) END AS vr_24_168,
       covered(n15, 15, money_flow(flows15, 1), c) AS flow_up, covered(n15, 15, money_flow(flows15, -1), c) AS flow_down,
       covered(n168, 168, CASE WHEN obvsd168 > 0 THEN (obv - obv168) / obvsd168 END, c) AS obv_z_168,
       covered(n24, 24, ln(c / vwap24), c) AS vwap_dev_24,
       covered(n24, 24, CASE WHEN lnvsd24 > 0 THEN (ln(v) - lnv24) / lnvsd24 END, c) AS vol_z_24,
       covered(n168, 168, CASE WHEN lnvsd168 > 0 THEN (ln(v) - lnv168) / lnvsd168 END, c) AS vol_z_168,
       covered(n168, 168, CASE WHEN counted168 = n168 AND lnnsd168 > 0 THEN (ln(1 + n) - lnn168) / lnnsd168 END, c) AS trades_z_168,
       covered(m24, 24, CASE WHEN impact24 > 0 THEN ln(1e6 * impact24) END, c) AS amihud_24,
       covered(n24, 24, money24, c) AS qvol_24,
       sin(2 * pi() * ((hour + 1) % 24) / 24) AS hour_sin, cos(2 * pi() * ((hour + 1) % 24) / 24) AS hour_cos,
       -- 1970-01-01 was a Thursday, Monday is 0
       sin(2 * pi() * (((hour + 1) // 24 + 3) % 7) / 7) AS dow_sin,
       cos(2 * pi() * (((hour + 1) // 24 + 3) % 7) / 7) AS dow_cos
FROM windows
WINDOW p AS (PARTITION BY pair ORDER BY hour);

CREATE TABLE own AS
SELECT * EXCLUDE (tp_mad, tp_deviation, flow_up, flow_down),
       (stoch_k + lag(stoch_k) OVER p + lag(stoch_k, 2) OVER p) / 3 AS stoch_d,
       CASE WHEN tp_mad > 0 THEN tp_deviation / tp_mad END AS cci_20,
       CASE WHEN flow_up + flow_down > 0 THEN 100 * flow_up / (flow_up + flow_down) END AS mfi_14,
       CASE WHEN vr_24_168 > 0 THEN (1 + ln(vr_24_168) / ln(24)) / 2 END AS hurst_168
FROM of_pair
WINDOW p AS (PARTITION BY pair ORDER BY hour);
