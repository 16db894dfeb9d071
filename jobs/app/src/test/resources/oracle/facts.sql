-- What texts and daily metrics say at every decision; from definitions A, C, D.5 and E.3 alone.
-- Variables: archive as before; decision is the table of the decisions asked for, in milliseconds since 1970.

CREATE TABLE item AS
SELECT *, row_number() OVER (ORDER BY known_at, source, sequence) AS place,
       list_distinct(CASE WHEN len(words) < 3 THEN [array_to_string(words, ' ')]
                     ELSE list_transform(range(1, len(words) - 1), i -> array_to_string(words[i:i + 2], ' ')) END) AS shingles
FROM (SELECT epoch_ms(available_at) AS known_at, source, sequence, "group" AS feed,
             string_split(subjects, ' ') AS subjects, CASE WHEN isnan(score) THEN NULL ELSE score END AS score,
             CASE WHEN words = '' THEN [] ELSE string_split(words, ' ') END AS words
      FROM read_parquet(getvariable('archive') || '/kind=text/*/*.parquet'))
WHERE known_at BETWEEN (SELECT min(tick) FROM decision) - 40 * 86_400_000::BIGINT AND (SELECT max(tick) FROM decision);

-- D.4: an item repeats one of the 72 h before it if the Jaccard index of the shingles is 0.8 or more
CREATE TABLE repeated AS
SELECT DISTINCT item.place
FROM item JOIN item AS earlier
     ON earlier.place < item.place AND earlier.known_at >= item.known_at - 72 * 3600000
WHERE len(item.words) > 0 AND len(earlier.words) > 0
  AND len(list_intersect(item.shingles, earlier.shingles)) >= 0.8 * len(list_distinct(item.shingles || earlier.shingles));

CREATE TABLE said AS
SELECT unnest(CASE WHEN subjects = [''] THEN ['*'] ELSE ['*'] || subjects END) AS subject, feeds.feed,
       item.place, known_at, score, repeated.place IS NOT NULL AS is_repeated
FROM item
LEFT JOIN repeated USING (place)
JOIN (SELECT unnest(['all', 'news', 'reddit', 'x']) AS feed) AS feeds ON feeds.feed IN ('all', item.feed);

CREATE TABLE heard AS
SELECT tick, subject, feed, known_at, score, is_repeated, (tick - known_at) // 3600000 AS hours,
       CASE WHEN NOT is_repeated AND score IS NOT NULL AND tick - known_at < 8 * 6 * 3600000
            THEN pow(2, -(tick - known_at) / (6 * 3600000.0)) END AS w6,
       CASE WHEN NOT is_repeated AND score IS NOT NULL AND tick - known_at < 8 * 86_400_000::BIGINT
            THEN pow(2, -(tick - known_at) / (24 * 3600000.0)) END AS w24
FROM decision JOIN said ON known_at <= tick AND known_at > tick - 8 * 86_400_000::BIGINT;

CREATE TABLE means AS
SELECT tick, subject, feed, sum(w6 * score) / sum(w6) AS mean6, sum(w24 * score) / sum(w24) AS mean24,
       count(*) FILTER (hours < 24 AND NOT is_repeated) AS said24,
       avg(is_repeated::INT) FILTER (hours < 24) AS repeats
FROM heard GROUP BY ALL;

CREATE TABLE spreads AS
SELECT tick, subject, feed,
       CASE WHEN count(w6) >= 2 THEN sqrt(sum(w6 * (score - mean6) ** 2) / sum(w6)) END AS disp6,
       CASE WHEN count(w24) >= 2 THEN sqrt(sum(w24 * (score - mean24) ** 2) / sum(w24)) END AS disp24
FROM heard JOIN means USING (tick, subject, feed) GROUP BY ALL;

-- clock hours that a feed was listened to; all together in any hour that one of them was
CREATE TABLE listened AS
SELECT DISTINCT feeds.feed, (epoch_ms(event_time) + 1) // 3600000 AS until
FROM read_parquet(getvariable('archive') || '/kind=health/*/*.parquet') AS health
JOIN (SELECT unnest(['all', 'news', 'reddit', 'x']) AS feed) AS feeds
     ON feeds.feed = health.feed OR feeds.feed = 'all' AND health.feed IN ('news', 'reddit', 'x');

CREATE TABLE hourly AS
SELECT tick, subject, feed, ago, coalesce(said, 0) AS said
FROM decision
JOIN (SELECT unnest(range(168)) AS ago) ON true
JOIN (SELECT DISTINCT subject FROM audience) ON true
JOIN listened ON until = tick // 3600000 - ago
LEFT JOIN (SELECT tick, subject, feed, hours AS ago, count(*) FILTER (NOT is_repeated) AS said
           FROM heard GROUP BY ALL) USING (tick, subject, feed, ago);

CREATE TABLE counts AS
SELECT tick, subject, feed, sum(said) FILTER (ago < 24) AS said24, count(*) FILTER (ago < 24) AS healthy24,
       count(*) AS healthy, max(said) FILTER (ago = 0) AS now,
       avg(ln(1 + said)) AS mean, stddev_samp(ln(1 + said)) AS sd
FROM hourly GROUP BY ALL;

CREATE TABLE by_texts AS
SELECT tick, audience.subject, feeds.feed, mean6 AS sent_6h, mean24 AS sent_24h, disp6 AS sent_disp_6h,
       disp24 AS sent_disp_24h, mean6 - mean24 AS sent_mom,
       CASE WHEN healthy24 = 24 THEN counts.said24 END AS sent_count_24,
       CASE WHEN healthy >= 152 AND now IS NOT NULL AND sd > 0 THEN (ln(1 + now) - mean) / sd END AS sent_count_z_168,
       repeats AS sent_dup_share_24
FROM decision
JOIN (SELECT DISTINCT subject FROM audience) AS audience ON true
JOIN (SELECT unnest(['all', 'news', 'reddit', 'x']) AS feed) AS feeds ON true
LEFT JOIN means USING (tick, subject, feed)
LEFT JOIN spreads USING (tick, subject, feed)
LEFT JOIN counts USING (tick, subject, feed);

CREATE TABLE metric AS
SELECT asset, metric, epoch_ms(event_time) AS ends, arg_min(value, available_at) AS value,
       min(epoch_ms(available_at)) AS known_at
FROM read_parquet(getvariable('archive') || '/kind=metric/*/*.parquet') GROUP BY ALL;

-- the newest day known at a decision; a day counts for 72 h, the index for 48 h, a daily funding rate for 36 h
CREATE TABLE newest AS
SELECT tick, asset, metric, max(ends) AS ends, max(known_at) AS known_at
FROM decision JOIN metric ON metric.known_at <= tick AND metric.known_at > tick - 5 * 86_400_000::BIGINT
GROUP BY ALL
HAVING tick - max(known_at) <= CASE metric WHEN 'fear_greed' THEN 48 WHEN 'funding_rate' THEN 36 ELSE 72 END * 3600000;

CREATE TABLE by_days AS
SELECT tick, newest.asset, newest.metric, any_value(v.value) FILTER (v.ends = newest.ends) AS value,
       any_value(v.value) FILTER (v.ends = newest.ends - 86400000) AS yesterday,
       any_value(v.value) FILTER (v.ends = newest.ends - 7 * 86_400_000::BIGINT) AS week_ago,
       count(v.value) FILTER (v.ends < newest.ends) AS days,
       avg(v.value) FILTER (v.ends < newest.ends) AS mean, stddev_samp(v.value) FILTER (v.ends < newest.ends) AS sd
FROM newest
JOIN metric AS v ON v.asset = newest.asset AND v.metric = newest.metric
     AND v.ends BETWEEN newest.ends - 30 * 86_400_000::BIGINT AND newest.ends
GROUP BY ALL;

CREATE TABLE by_metrics AS
SELECT tick, asset, metric, value, value - yesterday AS step1, value - week_ago AS step7,
       CASE WHEN days >= 27 AND sd > 0 THEN (value - mean) / sd END AS z30,
       CASE WHEN value > 0 AND yesterday > 0 THEN ln(value / yesterday) END AS chg1,
       CASE WHEN value > 0 AND week_ago > 0 THEN ln(value / week_ago) END AS chg7
FROM by_days;
