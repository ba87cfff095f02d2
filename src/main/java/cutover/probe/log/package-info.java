/** Reads log records, from wherever they were written, and tells what stands in them. */
package cutover.probe.log;
