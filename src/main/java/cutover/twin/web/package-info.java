/** The twin's own small picture of HTTP, between its front ends and the application behind them. */
package cutover.twin.web;
