/** Changes the users of a PostgreSQL, as the one to whom they belong. */
package cutover.provider.postgres;
