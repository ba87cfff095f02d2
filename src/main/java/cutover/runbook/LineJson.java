package cutover.runbook;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import cutover.finding.Finding;
import cutover.finding.Met;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Records as JSON, one line each. The mask reaches every free text, but neither type names nor outcomes nor times, so that
 * a secret that happens to be the word "met" cannot damage a file.
 */
public final class LineJson {

    private LineJson() {}

    /** @param mask applied to every free text that is written */
    public static JsonMapper.Builder masking(UnaryOperator<String> mask) {
        return JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(Finding.class, FindingByName.class)
                .addModule(new SimpleModule()
                        .addSerializer(String.class, new Masking(mask))
                        .addKeySerializer(String.class, new MaskingKey(mask))
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addDeserializer(Instant.class, new Parsing<>(Instant.class, Instant::parse))
                        .addSerializer(Duration.class, ToStringSerializer.instance)
                        .addDeserializer(Duration.class, new Parsing<>(Duration.class, Duration::parse))
                        .addSerializer(LocalDate.class, ToStringSerializer.instance)
                        .addDeserializer(LocalDate.class, new Parsing<>(LocalDate.class, LocalDate::parse)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "finding")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Met.class, name = "met"),
        @JsonSubTypes.Type(value = Unmet.class, name = "unmet"),
        @JsonSubTypes.Type(value = Unknown.class, name = "unknown")
    })
    private interface FindingByName {}

    private static final class Masking extends StdSerializer<String> {
        private static final long serialVersionUID = 1L;
        private final transient UnaryOperator<String> mask;

        Masking(UnaryOperator<String> mask) {
            super(String.class);
            this.mask = mask;
        }

        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(mask.apply(value));
        }
    }

    private static final class MaskingKey extends StdSerializer<String> {
        private static final long serialVersionUID = 1L;
        private final transient UnaryOperator<String> mask;

        MaskingKey(UnaryOperator<String> mask) {
            super(String.class);
            this.mask = mask;
        }

        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(mask.apply(value));
        }
    }

    private static final class Parsing<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsing(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }
}
