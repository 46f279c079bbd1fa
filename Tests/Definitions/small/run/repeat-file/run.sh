draft <<'END'
name,age,_index,_parent_table_name,_parent_index
Ann,44,1,visits,1
Bob,20,2,visits,1
Cy,41,3,visits,2
END
