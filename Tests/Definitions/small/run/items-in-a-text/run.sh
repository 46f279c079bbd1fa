mkdir -p Input/small
printf 'Who,Received,topic,sessions\nA,2024-05-01,%0300d,1\n' 7 > Input/small/replies-1.csv
sed -i 's/^  - file: .*/&\n    items: {column: topic, by: [Who, Received]}/; s/^unit: .*/&\nresubmissions: merge/' Pipelines/small/pipeline.yaml
stages
