draft <<'END'
record_id,redcap_event_name,satisfied
1,baseline_arm_1,1
1,month_1_arm_1,2
2,baseline_arm_1,3
2,month_1_arm_1,1
3,baseline_arm_1,2
3,month_1_arm_1,2
END
