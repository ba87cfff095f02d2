package cutover.provider.aws;

import cutover.provider.Changes;
import cutover.provider.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the account's APIs tell of what lies there. What changes something goes out once. Safe for use by several
 * threads.
 */
public final class AwsAccount {

    private final AwsAccess access;

    public AwsAccount(AwsAccess access) {
        this.access = access;
    }

    /** Snapshots of that database, in Amazon's order; needs {@code rds:DescribeDBSnapshots}. */
    public Told<List<Snapshot>> snapshots(String instance) {
        return Snapshots.of(access, Optional.of(instance));
    }

    /** Snapshots of all databases in the region; needs {@code rds:DescribeDBSnapshots}. */
    public Told<List<Snapshot>> allSnapshots() {
        return Snapshots.of(access, Optional.empty());
    }

    /**
     * How S3 encrypts new objects of a bucket, as Amazon names the algorithms; empty when it does not. Needs
     * {@code s3:GetEncryptionConfiguration}.
     */
    public Told<List<String>> encryption(String bucket) {
        return Buckets.encryption(access, bucket);
    }

    /**
     * Puts a file in a bucket, in the place of what lies there under the key; needs {@code s3:PutObject}.
     *
     * @param type media type, for instance {@code application/pdf}
     * @return the tag that S3 gives it, with its quotes
     */
    @Changes
    public Told<String> put(String bucket, String key, String type, byte[] content) {
        return Buckets.put(access, bucket, key, type, content);
    }

    /**
     * Rules that run by the clock and whose names begin like that, with what they start; needs {@code events:ListRules} and
     * {@code events:ListTargetsByRule}.
     */
    public Told<List<ScheduledRule>> scheduledRules(String prefix) {
        return ScheduledRules.of(access, prefix);
    }

    /**
     * Switches a rule of EventBridge on or off; refused as {@code ResourceNotFoundException} when there is none. Needs
     * {@code events:EnableRule} and {@code events:DisableRule}.
     *
     * @return whether it is on now
     */
    @Changes
    public Told<Boolean> switchRule(String name, boolean on) {
        return ScheduledRules.switched(access, name, on);
    }

    /**
     * Whether RDS gives a database's name an address that the internet can reach; needs {@code rds:DescribeDBInstances}.
     */
    public Told<Boolean> databaseIsPublic(String instance) {
        return Databases.isPublic(access, instance);
    }

    /**
     * Makes a database public or private, at once; RDS may still take minutes to do it. Refused as
     * {@code DBInstanceNotFound} when there is none. Needs {@code rds:ModifyDBInstance}.
     *
     * @return whether it shall be public from now on
     */
    @Changes
    public Told<Boolean> openDatabase(String instance, boolean isPublic) {
        return Databases.open(access, instance, isPublic);
    }

    /**
     * The keys of a user, by id, and whether they work; refused as {@code NoSuchEntity} when there is no such user. Needs
     * {@code iam:ListAccessKeys}.
     */
    public Told<Map<String, Boolean>> accessKeys(String user) {
        return AccessKeys.of(access, user);
    }

    /**
     * Lets a key of a user work, or no longer; it stays listed. IAM may take seconds to tell all services. Refused as
     * {@code NoSuchEntity} when there is none. Needs {@code iam:UpdateAccessKey}.
     *
     * @return whether it shall work from now on
     */
    @Changes
    public Told<Boolean> switchAccessKey(String user, String key, boolean on) {
        return AccessKeys.switched(access, user, key, on);
    }

    /** All alarms on single metrics; needs {@code cloudwatch:DescribeAlarms}. */
    public Told<List<Alarm>> alarms() {
        return Watchers.alarms(access);
    }

    /**
     * Metrics that are made of a log group's events, such as {@code Intake/Errors}; needs
     * {@code logs:DescribeMetricFilters}.
     */
    public Told<List<String>> metricsOf(String group) {
        return Watchers.metricsOf(access, group);
    }

    /** Who hears of a topic; needs {@code sns:ListSubscriptionsByTopic}. */
    public Told<List<Subscription>> subscriptions(String topic) {
        return Watchers.subscriptions(access, topic);
    }

    /**
     * What API Gateway has counted, hour by hour; hours without a request are missing. Needs
     * {@code cloudwatch:GetMetricData}.
     *
     * @param dimensions for instance {@code ApiName}
     * @param to exclusive; both are whole hours
     */
    public Told<List<Hour>> traffic(Map<String, String> dimensions, Instant from, Instant to) {
        return Numbers.of(access, dimensions, from, to);
    }

    /** The name of the user or role whose key we have; needs no permission. */
    public Told<String> caller() {
        return Callers.who(access);
    }
}
