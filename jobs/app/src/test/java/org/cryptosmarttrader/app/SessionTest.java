package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A session's log")
class SessionTest {

    @ParameterizedTest
    @CsvSource({
        "/home/cst/data/logs/2026-11-22/094655-25544, /home/cst/data/logs",
        "/home/cst/data/logs/2026-11-22/094655-25544/serve, /home/cst/data/logs",
        "/var/log/2020/here, /var/log/2020/here",
        "here, here"
    })
    void lies_in_the_folder_of_its_day_among_those_of_all(Path own, Path all) {
        assertThat(Session.ofDays(own)).isEqualTo(all);
    }
}
