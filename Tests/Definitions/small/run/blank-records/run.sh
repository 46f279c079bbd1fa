mkdir -p Input/small
printf 'Who,Received,remarks\nA,2024-05-01,x\n\nB,2024-05-01,y\n' > Input/small/replies-1.csv
sed -i 's/^  - file: .*/&\n    blank-records: yes/' Pipelines/small/pipeline.yaml
stages
