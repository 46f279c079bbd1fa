replies
sed -i "2s/none/$(printf 'a%.0s' {1..100})/" Input/small/replies-1.csv
cat > Pipelines/small/rules.yaml <<'END'
rules:
  - id: code
    severity: query
    if: regex(${remarks}, '(a+)+\1[bc]')
    message: a code
    meaning: A code.
END
stages
