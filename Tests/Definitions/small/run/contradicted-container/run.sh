mkdir -p Input/small
workbook Input/small/replies-1.csv Replies
sed -i 's/^  - file: .*/&\n    encoding: Windows-1252/' Pipelines/small/pipeline.yaml
stages
