-- The rows to compare with, the decisions they were made at, and whom they ask about; '*' is the market as a whole.
-- Variables: datasets, the Parquet files of the features.

CREATE TABLE ours AS
SELECT *, epoch_ms(decision_at) AS tick FROM read_parquet(getvariable('datasets'));

CREATE TABLE decision AS SELECT DISTINCT tick FROM ours;

CREATE TABLE audience AS SELECT split_part(pair, '/', 1) AS subject FROM ours UNION SELECT '*';

-- hours since 1970: the last asked for, and the first that any of them may look back to
SET VARIABLE until = (SELECT max(tick) // 3600000 FROM decision);

SET VARIABLE since = (SELECT min(tick) // 3600000 - 900 FROM decision);
