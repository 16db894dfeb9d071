-- What pairs are beside one another: references in the same quote currency, and the cross-section of the hour.

CREATE MACRO co_moving(common, own, n, value) AS CASE WHEN own >= ceil(0.9 * n) AND common >= ceil(0.9 * n) THEN value END;

CREATE TABLE beside AS
SELECT own.pair, own.hour, own.c, own.m168,
       count(own.r + btc.r) OVER w AS with_btc, count(own.r + eth.r) OVER w AS with_eth,
       regr_slope(own.r, btc.r) OVER w AS slope_btc, corr(own.r, btc.r) OVER w AS corr_btc,
       regr_slope(own.r, eth.r) OVER w AS slope_eth, corr(own.r, eth.r) OVER w AS corr_eth,
       own.ret_1 - btc.ret_1 AS rel_btc_1, own.ret_24 - btc.ret_24 AS rel_btc_24, own.ret_168 - btc.ret_168 AS rel_btc_168,
       btc.ret_1 AS btc_ret_1, btc.ret_6 AS btc_ret_6, btc.ret_24 AS btc_ret_24, btc.ret_72 AS btc_ret_72,
       btc.ret_168 AS btc_ret_168, btc.ret_720 AS btc_ret_720, btc.rv_cc_24 AS btc_rv_cc_24,
       btc.rv_cc_168 AS btc_rv_cc_168, btc.bb_pctb AS btc_bb_pctb, btc.vol_z_168 AS btc_vol_z_168,
       btc.drawdown_720 AS btc_drawdown_720, btc.vol_ratio AS btc_vol_ratio, btc.trend_strength AS btc_trend_strength,
       eth.ret_1 AS eth_ret_1, eth.ret_24 AS eth_ret_24, eth.ret_168 AS eth_ret_168, eth.rv_cc_24 AS eth_rv_cc_24,
       eth.vol_ratio AS eth_vol_ratio, eth.trend_strength AS eth_trend_strength
FROM own
LEFT JOIN own AS btc ON btc.base = 'BTC' AND btc.quote = own.quote AND btc.hour = own.hour
LEFT JOIN own AS eth ON eth.base = 'ETH' AND eth.quote = own.quote AND eth.hour = own.hour
WINDOW w AS (PARTITION BY own.pair ORDER BY own.hour ROWS 167 PRECEDING);

CREATE TABLE relation AS
SELECT * EXCLUDE (c, m168, with_btc, with_eth, slope_btc, slope_eth, corr_btc, corr_eth),
       CASE WHEN c IS NOT NULL THEN co_moving(with_btc, m168, 168, slope_btc) END AS beta_btc_168,
       CASE WHEN c IS NOT NULL THEN co_moving(with_btc, m168, 168, corr_btc) END AS corr_btc_168,
       CASE WHEN c IS NOT NULL THEN co_moving(with_eth, m168, 168, slope_eth) END AS beta_eth_168,
       CASE WHEN c IS NOT NULL THEN co_moving(with_eth, m168, 168, corr_eth) END AS corr_eth_168
FROM beside;

-- members have a bar in the hour; x has at least five members that know the input
CREATE MACRO of_five(known, value) AS CASE WHEN known >= 5 THEN value END;

CREATE TABLE crowd AS
SELECT quote, hour,
       count(ret_1) AS n1, count(ret_24) AS n24, count(ret_168) AS n168, count(qvol_24) AS nvol,
       of_five(count(ret_1), avg((ret_1 > 0)::INT)) AS breadth_1,
       of_five(count(ret_24), avg((ret_24 > 0)::INT)) AS breadth_24,
       of_five(count(ret_168), avg((ret_168 > 0)::INT)) AS breadth_168,
       of_five(count(ret_1), stddev_samp(ret_1)) AS dispersion_1,
       of_five(count(ret_24), stddev_samp(ret_24)) AS dispersion_24,
       of_five(count(ret_168), stddev_samp(ret_168)) AS dispersion_168,
       of_five(count(ret_24), skewness(ret_24) * (count(ret_24) - 2) / sqrt(count(ret_24) * (count(ret_24) - 1))) AS xs_skew_24,
       of_five(count(ret_24), median(ret_24)) AS xs_median_24,
       of_five(count(qvol_24), sum(qvol_24)) AS qvol_all
FROM own
WHERE c IS NOT NULL
GROUP BY ALL;

-- (average rank − ½) / N: with b below and e equal, itself included, the average rank is b + (e + 1) / 2
CREATE TABLE ranks AS
SELECT pair, hour, input, (rank() OVER w - 1 + count(*) OVER same / 2.0) / count(*) OVER everyone AS place,
       count(*) OVER everyone AS known
FROM (UNPIVOT (SELECT pair, quote, hour, ret_1 AS xs_rank_ret1, ret_24 AS xs_rank_ret24, ret_168 AS xs_rank_ret168,
                      ret_720 AS xs_rank_ret720, rv_cc_168 AS xs_rank_rv168, qvol_24 AS xs_rank_vol24,
                      vol_z_24 AS xs_rank_volz24, amihud_24 AS xs_rank_amihud24, drawdown_720 AS xs_rank_drawdown720
               FROM own WHERE c IS NOT NULL)
      ON COLUMNS('xs_rank_.*') INTO NAME input VALUE value)
WINDOW w AS (PARTITION BY quote, hour, input ORDER BY value),
       same AS (PARTITION BY quote, hour, input, value),
       everyone AS (PARTITION BY quote, hour, input);

CREATE TABLE ranked AS
PIVOT (SELECT pair, hour, input, place FROM ranks WHERE known >= 5) ON input USING max(place) GROUP BY pair, hour;

CREATE TABLE by_bars AS
SELECT own.* EXCLUDE (base, quote, c, r, n20, n24, m24, m168, money24, qvol_24),
       relation.* EXCLUDE (pair, hour), crowd.* EXCLUDE (quote, hour, n1, n24, n168, nvol, qvol_all),
       ranked.* EXCLUDE (pair, hour),
       CASE WHEN own.c IS NOT NULL THEN ret_24 - xs_median_24 END AS xs_excess_24,
       CASE WHEN own.c IS NOT NULL THEN qvol_24 / qvol_all END AS xs_share_vol24
FROM own
JOIN relation USING (pair, hour)
LEFT JOIN crowd USING (quote, hour)
LEFT JOIN ranked USING (pair, hour);
