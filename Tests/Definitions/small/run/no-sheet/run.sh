mkdir -p Input/small
workbook Input/small/replies-1.csv Replies Notes
sed -i 's/^sources:$/&\n  - {file: replies-1.csv, sheet: Reply, unit: {column: Who}, received: {column: Received}}/; s/replies-\*/others-*/' Pipelines/small/pipeline.yaml
stages
