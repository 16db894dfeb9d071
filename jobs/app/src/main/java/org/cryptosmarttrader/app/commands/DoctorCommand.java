package org.cryptosmarttrader.app.commands;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.up.Doctor;
import org.cryptosmarttrader.app.up.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cst doctor}: whether this machine can run it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Look whether this machine can run cst up: Java, memory, disk, port, keys, clock, venue.")
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws Exception {
        options.graph();
        Doctor doctor = new Doctor(options.data(), options.ingest(), System.getenv());
        List<Finding> findings = doctor.findings(ports.all());
        findings.forEach(finding -> common.say("%s", line(finding)));
        common.result(findings);
        return findings.stream().anyMatch(DoctorCommand::isBad) ? 1 : 0;
    }

    static boolean isBad(Finding finding) {
        return finding.state() == Finding.State.BAD;
    }

    static String line(Finding finding) {
        return "%-7s %-21s %s"
                .formatted(finding.state().name().toLowerCase(Locale.ROOT), finding.subject(), finding.detail());
    }
}
