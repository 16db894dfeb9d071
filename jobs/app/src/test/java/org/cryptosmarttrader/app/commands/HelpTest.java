package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cryptosmarttrader.app.Cst;
import org.cryptosmarttrader.history.MemoryRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("The help of a command")
class HelpTest {

    static Stream<CommandLine> commands() {
        return Cst.commandLine().getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command), command.getSubcommands().values().stream()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void says_what_holds_where_an_option_is_left_out(CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            boolean isOneValue = option.arity().max() == 1 && !option.required() && !option.isMultiValue();
            if (isOneValue && option.typeInfo().getType() != boolean.class) {
                assertThat(String.join(" ", option.description()))
                        .as("%s %s", command.getCommandName(), option.longestName())
                        .contains("(default: ");
            }
        }
    }

    @Test
    void says_where_folding_begins() {
        String help = Cst.commandLine().getSubcommands().get("dataset").getUsageMessage();

        assertThat(help.replaceAll("\\s+", " "))
                .contains(
                        "first instant whose events are folded, UTC (default: %d bars before --from, 37 days at least;"
                                .formatted(MemoryRules.HISTORY_BARS));
    }
}
