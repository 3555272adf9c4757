#!/bin/sh
# Learn the layer over the events' frames anew: after another syntax model, changed frames or features.
#
#     tools/events/retrain.sh EVAL ROWS VECTORS [FOLDER]
#
# EVAL is newsline-eval as it was built with the model and frames at hand, ROWS plv-train.tsv, VECTORS the folder of
# GloVe's files as tools/syntax takes it. Writes models/events.tsv and lexicons/events/confidence.tsv, or both into
# FOLDER; figures on folds that the layer has not seen go to standard output. PYTHON names an interpreter with numpy,
# scipy and pyarrow.
set -eu

if [ $# -lt 3 ]; then
  sed -n 's/^# \{0,1\}//p' "$0" | sed 1d >&2
  exit 64
fi
eval=$1 rows=$2 vectors=$3
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../Sources/NewslineData
model=${4:-$data/models}/events.tsv
confidence=${4:-$data/lexicons/events}/confidence.tsv
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" "$here/data.py" "$rows" > "$work/rows.jsonl"
"$eval" event-features "$work/rows.jsonl" > "$work/proposals.jsonl"
for set in sentences varied control; do
  "$python" "$here/data.py" "$here/$set.tsv" > "$work/$set.jsonl"
  "$eval" event-features "$work/$set.jsonl" > "$work/$set-proposals.jsonl"
done
"$python" "$here/train.py" --rows "$rows" --proposals "$work/proposals.jsonl" \
  --own "$here/sentences.tsv" --own-proposals "$work/sentences-proposals.jsonl" \
  --varied "$here/varied.tsv" --varied-proposals "$work/varied-proposals.jsonl" \
  --control "$here/control.tsv" --control-proposals "$work/control-proposals.jsonl" \
  --vectors "$vectors" --lexicons "$data/lexicons" --model "$model" --confidence "$confidence"
