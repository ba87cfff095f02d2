/** Waiting, deadlines and fan-out; the only place that sleeps and the only one that owns threads. */
package cutover.patience;
