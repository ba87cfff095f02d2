package cutover.twin.site.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An agency that receives applications, or the team itself.
 *
 * @param fillable whether it has a PDF form that the application fills
 */
public record Organization(
        long id, String slug, String name, String county, boolean receiving, boolean transfers, boolean fillable) {

    static final String COLUMNS = "o.id as o_id, o.slug as o_slug, o.name as o_name, o.county as o_county,"
            + " o.is_receiving_agency as o_receiving, o.can_transfer_applications as o_transfers,"
            + " exists(select 1 from intake_fillablepdf f where f.organization_id = o.id) as o_fillable";

    static Organization read(ResultSet row) throws SQLException {
        return new Organization(
                row.getLong("o_id"),
                row.getString("o_slug"),
                row.getString("o_name"),
                row.getString("o_county"),
                row.getBoolean("o_receiving"),
                row.getBoolean("o_transfers"),
                row.getBoolean("o_fillable"));
    }
}
