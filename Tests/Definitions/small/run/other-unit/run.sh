replies
earlier
sed -i 's/^unit: .*/unit: state/' Pipelines/earlier/pipeline.yaml
sed -i 's/Ann/Namibia/; s/Bob/France/' Input/earlier/replies-1.csv
compare
