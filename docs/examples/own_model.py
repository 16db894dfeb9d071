"""A model of one's own: a straight line through one column, written as ONNX for cst models register.

usage: own_model.py DATASET HORIZON LAST OUT     LAST: the last decision to learn from, e.g. "2013-11-29 07:55:05"
needs: pip install duckdb numpy onnx
"""

import sys

import duckdb
import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

dataset, horizon, last, out = sys.argv[1:]
COLUMN = "ret_12"

db = duckdb.connect()
db.sql("SET TimeZone = 'UTC'")
features = f"read_parquet('{dataset}/features/*/*/*.parquet', hive_partitioning = false)"
labels = f"read_parquet('{dataset}/labels/*/*/*.parquet', hive_partitioning = false)"

# the columns of the catalogue, in its order: all from the first return on
columns = db.sql(f"FROM {features}").columns
columns = columns[columns.index("ret_1"):]

# the training table: features and labels by decision and pair, up to the last decision and no later
known = db.execute(
    f"""SELECT {COLUMN} AS x, scaled AS y, value > 0 AS up
        FROM {features} AS f JOIN {labels} AS l USING (decision_at, pair)
        WHERE horizon = ? AND decision_at <= ?::TIMESTAMPTZ
          AND NOT isnan(scaled) AND NOT isnan({COLUMN})
        ORDER BY decision_at, pair""",
    [horizon, last],
).fetchnumpy()

x, y, up = (np.asarray(known[name], dtype=np.float64) for name in ("x", "y", "up"))
centre, spread = np.median(x), np.std(x)
z = np.clip((x - centre) / spread, -5, 5)
slope, base = np.polyfit(z, y, 1)
rise = up.mean()
odds_slope, odds_base = np.cov(z, up)[0, 1] / np.var(z) / (rise * (1 - rise)), np.log(rise / (1 - rise))


def number(name, value):
    return numpy_helper.from_array(np.array([[value]], dtype=np.float32), name)


# element by element, so that a row's score cannot depend on the rows beside it
graph = helper.make_graph(
    [
        helper.make_node("Gather", ["features", "column"], ["x"], axis=1),
        helper.make_node("IsNaN", ["x"], ["missing"]),
        helper.make_node("Where", ["missing", "centre", "x"], ["known"]),
        helper.make_node("Sub", ["known", "centre"], ["distance"]),
        helper.make_node("Div", ["distance", "spread"], ["deviations"]),
        helper.make_node("Clip", ["deviations", "lowest", "highest"], ["z"]),
        helper.make_node("Mul", ["z", "slope"], ["leaning"]),
        helper.make_node("Add", ["leaning", "base"], ["scaled_return"]),
        helper.make_node("Mul", ["z", "odds_slope"], ["odds_leaning"]),
        helper.make_node("Add", ["odds_leaning", "odds_base"], ["log_odds"]),
        helper.make_node("Sigmoid", ["log_odds"], ["p_up"]),
    ],
    "own_model",
    [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", len(columns)])],
    [
        helper.make_tensor_value_info("scaled_return", TensorProto.FLOAT, ["n", 1]),
        helper.make_tensor_value_info("p_up", TensorProto.FLOAT, ["n", 1]),
    ],
    [
        numpy_helper.from_array(np.array([columns.index(COLUMN)], dtype=np.int64), "column"),
        number("centre", centre),
        number("spread", spread),
        number("slope", slope),
        number("base", base),
        number("odds_slope", odds_slope),
        number("odds_base", odds_base),
        numpy_helper.from_array(np.float32(-5), "lowest"),
        numpy_helper.from_array(np.float32(5), "highest"),
    ],
)
save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8), out)
print(f"{len(x)} rows, {len(columns)} columns: {out}")
