replies
stages ingest
sed -i 's/^  - file: .*/&\n    skip-lines: 1/' Pipelines/small/pipeline.yaml
stage normalize
