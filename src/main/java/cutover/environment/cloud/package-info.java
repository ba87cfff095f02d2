/** The accounts behind the application: snapshots, buckets, scheduled work, alarms, numbers. */
package cutover.environment.cloud;
