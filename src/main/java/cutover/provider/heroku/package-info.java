/** Reads, and for drills changes, how an application is set up at Heroku, through its Platform API. */
package cutover.provider.heroku;
