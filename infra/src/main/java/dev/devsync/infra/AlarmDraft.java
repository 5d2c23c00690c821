package dev.devsync.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** An alarm about to be described; it exists once {@link #describe} is called. */
final class AlarmDraft {

  private final String id;
  private final IAlarmAction action;
  private final Alarm.Builder alarm;

  AlarmDraft(
      Construct scope,
      String prefix,
      String id,
      IMetric metric,
      Number threshold,
      IAlarmAction action) {
    this.action = action;
    this.id = id;
    this.alarm =
        Alarm.Builder.create(scope, id + "Alarm")
            .alarmName(prefix + "-" + id)
            .metric(metric)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING);
  }

  AlarmDraft over(int periods) {
    alarm.evaluationPeriods(periods);
    return this;
  }

  AlarmDraft below() {
    alarm.comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD);
    return this;
  }

  AlarmDraft whenMissing(TreatMissingData treatment) {
    alarm.treatMissingData(treatment);
    return this;
  }

  /** Creates the alarm and tells people both when it goes off and when it is over. */
  void describe(String whatAndWhereToLook) {
    var created = alarm.alarmDescription(whatAndWhereToLook + runbook()).build();
    created.addAlarmAction(action);
    created.addOkAction(action);
  }

  private String runbook() {
    return " Runbook: docs/operations/runbooks.md, " + id + ".";
  }
}
