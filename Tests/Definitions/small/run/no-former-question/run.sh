replies
earlier
echo 'earlier: {questions: {rating: null}, choices: {rating: {1: 2}}}' > Pipelines/small/rounds.yaml
compare
