/** Steps that ask the accounts behind the application: snapshots, buckets, keys, scheduled work, alarms, numbers. */
package data;
