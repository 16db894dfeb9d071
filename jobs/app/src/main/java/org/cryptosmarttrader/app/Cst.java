package org.cryptosmarttrader.app;

import org.cryptosmarttrader.app.commands.ArchiveCommand;
import org.cryptosmarttrader.app.commands.AuditCommand;
import org.cryptosmarttrader.app.commands.BacktestCommand;
import org.cryptosmarttrader.app.commands.BenchCommand;
import org.cryptosmarttrader.app.commands.BrokerCommand;
import org.cryptosmarttrader.app.commands.CertifyCommand;
import org.cryptosmarttrader.app.commands.ClusterCommand;
import org.cryptosmarttrader.app.commands.CompareCommand;
import org.cryptosmarttrader.app.commands.DatasetCommand;
import org.cryptosmarttrader.app.commands.DiscoverCommand;
import org.cryptosmarttrader.app.commands.DoctorCommand;
import org.cryptosmarttrader.app.commands.ExplainCommand;
import org.cryptosmarttrader.app.commands.ExportCommand;
import org.cryptosmarttrader.app.commands.Failures;
import org.cryptosmarttrader.app.commands.FeaturesCommand;
import org.cryptosmarttrader.app.commands.ImportChainCommand;
import org.cryptosmarttrader.app.commands.ImportCommand;
import org.cryptosmarttrader.app.commands.ImportTextCommand;
import org.cryptosmarttrader.app.commands.IngestCommand;
import org.cryptosmarttrader.app.commands.LiveCommand;
import org.cryptosmarttrader.app.commands.LotsCommand;
import org.cryptosmarttrader.app.commands.ModelsCommand;
import org.cryptosmarttrader.app.commands.ParityCommand;
import org.cryptosmarttrader.app.commands.QuickstartCommand;
import org.cryptosmarttrader.app.commands.RearmCommand;
import org.cryptosmarttrader.app.commands.ReplayCommand;
import org.cryptosmarttrader.app.commands.ReportCommand;
import org.cryptosmarttrader.app.commands.SearchCommand;
import org.cryptosmarttrader.app.commands.ServeCommand;
import org.cryptosmarttrader.app.commands.StatusCommand;
import org.cryptosmarttrader.app.commands.TradeCommand;
import org.cryptosmarttrader.app.commands.TrainCommand;
import org.cryptosmarttrader.app.commands.TrialsCommand;
import org.cryptosmarttrader.app.commands.UpCommand;
import org.cryptosmarttrader.app.commands.VerifyCommand;
import org.cryptosmarttrader.app.commands.VersionSource;
import org.cryptosmarttrader.app.commands.ViewsCommand;
import org.cryptosmarttrader.app.commands.WrongWords;
import org.cryptosmarttrader.app.up.Parent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst}. */
@Command(
        name = "cst",
        mixinStandardHelpOptions = true,
        versionProvider = VersionSource.class,
        description =
                "CryptoSmartTrader: one Flink graph that predicts, judges and paper-trades, bounded and live alike.",
        footer = {"", "Exit codes: 0 done, 1 refused or a check failed, 2 wrong use."},
        subcommands = {
            QuickstartCommand.class,
            ImportCommand.class,
            ImportTextCommand.class,
            ImportChainCommand.class,
            FeaturesCommand.class,
            DatasetCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            BacktestCommand.class,
            ReportCommand.class,
            SearchCommand.class,
            ReplayCommand.class,
            RearmCommand.class,
            ParityCommand.class,
            StatusCommand.class,
            TrialsCommand.class,
            CertifyCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            LotsCommand.class,
            ViewsCommand.class,
            ClusterCommand.class,
            DiscoverCommand.class,
            UpCommand.class,
            ServeCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            BrokerCommand.class,
            IngestCommand.class,
            LiveCommand.class,
            TradeCommand.class,
            ArchiveCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        })
public final class Cst implements Runnable {

    @Spec
    private CommandSpec spec;

    static {
        // before DJL's first class: it would report its use to a cloud address
        System.setProperty("ai.djl.offline", "true");
    }

    public static void main(String[] words) {
        Parent.watch();
        Session session = Session.begin(words);
        int exit = commandLine().execute(words);
        session.end(exit);
        System.exit(exit);
    }

    /** The commands as they answer to words, for the program and for tests. */
    public static CommandLine commandLine() {
        CommandLine cst = new CommandLine(new Cst())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongWords())
                .setExecutionExceptionHandler(new Failures());
        cst.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .versionProvider(new VersionSource()));
        return cst;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst --help lists them");
    }
}
