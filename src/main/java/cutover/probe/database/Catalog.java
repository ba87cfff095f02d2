package cutover.probe.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a database says about itself. */
final class Catalog {

    private static final String OF_OURS = " join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    private final Session session;

    Catalog(Session session) {
        this.session = session;
    }

    /**
     * A table of the application.
     *
     * @param key the primary key, where it is one whole number
     */
    record Table(String name, boolean readable, Optional<String> key, List<String> columns) {}

    /** A constraint between two tables: the columns of both, in the same order. */
    record ForeignKey(String name, String table, List<String> columns, String target, List<String> targetColumns) {}

    /** A sequence and the column that takes its numbers. */
    record Numbering(String sequence, String table, String column, boolean readable) {}

    String identity() throws SQLException {
        return text("select extract(epoch from pg_postmaster_start_time())::text || '/' || oid from pg_database"
                + " where datname = current_database()");
    }

    String encoding() throws SQLException {
        return text("select pg_encoding_to_char(encoding) from pg_database where datname = current_database()");
    }

    List<Table> tables() throws SQLException {
        return session.list(
                "select c.oid::regclass::text, has_table_privilege(c.oid, 'SELECT'),"
                        + " (select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                        + " and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary and i.indnatts = 1"
                        + " and a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)),"
                        + " (select array_agg(quote_ident(a.attname) order by a.attname) from pg_attribute a"
                        + " where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)"
                        + " from pg_class c" + OF_OURS
                        + " and c.relkind in ('r', 'p') and not c.relispartition order by c.oid::regclass::text collate \"C\"",
                row -> new Table(
                        row.getString(1), row.getBoolean(2), Optional.ofNullable(row.getString(3)), texts(row, 4)));
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return session.list(
                "select c.conname, c.conrelid::regclass::text, " + columns("c.conrelid", "c.conkey")
                        + ", c.confrelid::regclass::text, " + columns("c.confrelid", "c.confkey")
                        + " from pg_constraint c where c.contype = 'f' and c.conparentid = 0"
                        + " order by c.conrelid::regclass::text collate \"C\", c.conname",
                row -> new ForeignKey(
                        row.getString(1), row.getString(2), texts(row, 3), row.getString(4), texts(row, 5)));
    }

    List<Numbering> numberings() throws SQLException {
        return session.list(
                "select c.oid::regclass::text, d.refobjid::regclass::text, quote_ident(a.attname),"
                        + " has_sequence_privilege(c.oid, 'SELECT') from pg_class c"
                        + " join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')"
                        + " and d.refclassid = 'pg_class'::regclass"
                        + " join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid" + OF_OURS
                        + " and c.relkind = 'S' order by 1",
                row -> new Numbering(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    /** Constraints, indexes and triggers that do not hold what their name says. */
    List<String> loose() throws SQLException {
        return session.list(
                "select c.conrelid::regclass || ': constraint ' || c.conname || ' is not validated'"
                        + " from pg_constraint c where not c.convalidated"
                        + " union all select i.indrelid::regclass || ': index ' || c.relname || ' is not valid'"
                        + " from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid or not i.indisready"
                        + " union all select t.tgrelid::regclass || ': trigger ' || t.tgname || ' is disabled'"
                        + " from pg_trigger t where t.tgenabled = 'D' order by 1",
                row -> row.getString(1));
    }

    /** By what our role could write, itself or as a role that it may take on. */
    List<String> rights() throws SQLException {
        return session.list(
                "select 'it is a superuser' from pg_roles where rolname = current_user and rolsuper"
                        + " union all select 'it belongs to ' || r.rolname from pg_roles r where r.rolname in"
                        + " ('pg_write_all_data', 'rds_superuser', 'cloudsqlsuperuser')"
                        + " and pg_has_role(current_user, r.oid, 'MEMBER')"
                        + " union all select 'it may write ' || c.oid::regclass from pg_class c" + OF_OURS
                        + " and c.relkind in ('r', 'p') and (pg_has_role(current_user, c.relowner, 'MEMBER')"
                        + " or has_any_column_privilege(c.oid, 'INSERT, UPDATE')"
                        + " or has_table_privilege(c.oid, 'DELETE, TRUNCATE'))"
                        + " union all select 'it may draw numbers of ' || c.oid::regclass from pg_class c" + OF_OURS
                        + " and case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'USAGE, UPDATE') end order by 1",
                row -> row.getString(1));
    }

    private static String columns(String table, String numbers) {
        return "(select array_agg(quote_ident(a.attname) order by k.place) from unnest(" + numbers
                + ") with ordinality k(number, place) join pg_attribute a on a.attrelid = " + table
                + " and a.attnum = k.number)";
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private String text(String sql) throws SQLException {
        return session.list(sql, row -> row.getString(1)).get(0);
    }
}
