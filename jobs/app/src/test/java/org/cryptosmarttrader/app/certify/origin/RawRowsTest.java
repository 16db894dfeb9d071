package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rows of a payload")
class RawRowsTest {

    private static RawRows of(String payload) throws IOException {
        return new RawRows(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] gzipped(String payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(payload.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\nc", "a\r\nb\r\nc\r\n", "\uFEFFa\nb\nc\n"})
    void are_counted_from_one_whatever_ends_them(String payload) throws IOException {
        RawRows rows = of(payload);

        assertThat(rows.line()).isEqualTo("a");
        assertThat(rows.number()).isEqualTo(1);
        assertThat(rows.line(3)).isEqualTo("c");
        assertThat(rows.number()).isEqualTo(3);
        assertThat(rows.line()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void are_none_behind_the_end(String payload) throws IOException {
        assertThat(of(payload).line(2)).isNull();
    }

    @Test
    void are_unpacked() throws IOException {
        RawRows rows = new RawRows(new ByteArrayInputStream(gzipped("a\nb")));

        assertThat(rows.line(2)).isEqualTo("b");
    }

    @Test
    void are_unpacked_to_the_end_of_several_gzips_in_one() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzipped("a\nb\n"));
        two.write(gzipped("c\n"));

        assertThat(new RawRows(new ByteArrayInputStream(two.toByteArray())).line(3))
                .isEqualTo("c");
    }

    @Test
    void begin_with_the_first_that_is_not_blank() throws IOException {
        RawRows rows = of("\n \nhead\nrow");

        assertThat(rows.filledLine()).isEqualTo("head");
        assertThat(rows.number()).isEqualTo(3);
    }

    @Test
    void have_fields_between_delimiters() throws IOException {
        RawRows rows = of("a;;b c; ");

        assertThat(rows.fields(rows.line(), ';')).containsExactly("a", "", "b c", " ");
    }

    @Test
    void hold_delimiters_and_quotes_where_they_are_quoted() throws IOException {
        RawRows rows = of("\"a,b\",\"say \"\"c\"\"\",d\"e,\"\"");

        assertThat(rows.fields(rows.line(), ',')).containsExactly("a,b", "say \"c\"", "d\"e", "");
    }

    @Test
    void run_over_lines_while_a_quote_is_open() throws IOException {
        RawRows rows = of("1,\"a\n\nb\",2\nnext");

        assertThat(rows.fields(rows.line(), ',')).containsExactly("1", "a\n\nb", "2");
        assertThat(rows.number()).isEqualTo(3);
        assertThat(rows.line()).isEqualTo("next");
    }

    @Test
    void have_no_fields_if_a_quote_is_never_closed() throws IOException {
        RawRows rows = of("1,\"a\nb");

        assertThat(rows.fields(rows.line(), ',')).isEmpty();
    }

    @Test
    void are_left_in_one_piece() throws IOException {
        RawRows rows = of("[1,\r\n2]");

        assertThat(rows.rest()).isEqualTo("[1,\n2]\n");
    }
}
