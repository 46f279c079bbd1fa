mkdir -p Input/small
printf 'Who,Received,topic,sessions\nA,2024-05-01,x,1\n' > Input/small/replies-1.csv
sed -i 's/^  - file: .*/&\n    items: {column: subject, by: [Who, Received]}/; s/^unit: .*/&\nresubmissions: merge/' Pipelines/small/pipeline.yaml
stages
