package org.cryptosmarttrader.features;

/**
 * What a reader of a column should know; the page for analysts and the metadata of the files are made of it.
 *
 * @param name column name
 * @param group columns that come and go together
 * @param unit of the value
 * @param range values it can take
 * @param meaning formula in words and its source
 * @param gapClass how absent bars are treated
 * @param memoryBars newest bars the value depends on; of the cross-section, those its input depends on
 * @param memoryHours hours before the decision instant the value depends on what is no bar
 * @param source what it is computed from
 * @param availability when that may be used
 */
public record FeatureDoc(
        String name,
        String group,
        String unit,
        Range range,
        String meaning,
        GapClass gapClass,
        int memoryBars,
        int memoryHours,
        String source,
        String availability) {

    static FeatureDoc of(Described column) {
        return new FeatureDoc(
                column.name(),
                column.group(),
                column.unit(),
                column.range(),
                column.meaning(),
                column.gapClass(),
                column.memoryBars(),
                column.memoryHours(),
                column.source(),
                column.availability());
    }

    /** What the files carry in one line, besides name and unit; when a source's facts may be used says the page. */
    public String description() {
        return "%s; range %s; group %s; of %s; memory %s; gap class %s"
                .formatted(meaning, range, group, source, memory(), gapClass);
    }

    /** Bars and hours it looks back, in words. */
    public String memory() {
        if (memoryHours == 0) {
            return memoryBars + " bars";
        }
        return memoryBars == 0 ? memoryHours + " hours" : memoryBars + " bars and " + memoryHours + " hours";
    }
}
