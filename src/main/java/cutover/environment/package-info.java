/** One named place under test: its hosts, addresses, personas and expectations, as the files in {@code config} tell them. */
package cutover.environment;
