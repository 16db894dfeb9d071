package org.cryptosmarttrader.serving.report;

import java.util.Map;
import java.util.SortedMap;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.plot.Markup;

/** Returns of both lanes in one quote currency by what they are told apart by; those by month as a heat map. */
final class ReturnTables {

    private final QuoteReport accounts;
    private final Markup page;

    ReturnTables(QuoteReport accounts, Markup page) {
        this.accounts = accounts;
        this.page = page;
    }

    private SortedMap<String, SortedMap<String, ReturnsBy.Part>> returns(Lane lane) {
        return accounts.lanes().get(lane.name()).returns();
    }

    void add() {
        for (Lane lane : Lane.values()) {
            new MonthTable("Returns by month, " + lane, returns(lane).get(ReturnsBy.MONTH)).addTo(page);
        }
        returns(Lane.RESEARCH).keySet().stream()
                .filter(name -> !name.equals(ReturnsBy.MONTH))
                .forEach(this::add);
    }

    private void add(String name) {
        Table table = new Table("Returns by " + name, "figures", "", "lane", "periods", "profit", "return");
        boolean isAny = false;
        for (Lane lane : Lane.values()) {
            for (Map.Entry<String, ReturnsBy.Part> part :
                    returns(lane).get(name).entrySet()) {
                table.row(
                        part.getKey(),
                        lane.name(),
                        Table.count(part.getValue().periods()),
                        Table.money(part.getValue().profit()),
                        Table.percent(part.getValue().totalReturn()));
                isAny = true;
            }
        }
        if (isAny) {
            table.addTo(page);
        }
    }
}
