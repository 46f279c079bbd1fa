mkdir -p Input/small
head -c 3000000 /dev/zero | gzip -n > Input/small/replies-1.csv
sed -i 's/^  - file: .*/&\n    unpacked-megabytes: 1/' Pipelines/small/pipeline.yaml
stages
