mkdir -p Input/small
workbook Input/small/replies-1.csv Replies --with xl/workbook.xml '<!DOCTYPE x [<!ENTITY more "x">]><workbook/>'
stages
