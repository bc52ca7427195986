// Reads a JSON-stat file with jsonstat-toolkit and prints its cells by the labels of their categories.
import { readFileSync } from "node:fs";
import JSONstat from "jsonstat-toolkit";

const dataset = JSONstat(JSON.parse(readFileSync(process.argv[2], "utf8")));
const cells = dataset.Dimension(0).id.flatMap((series) =>
  dataset.Dimension(1).id.flatMap((time) =>
    dataset.Dimension(2).id.map((print) => {
      const cell = dataset.Data({ series, time, print });
      return { series: dataset.Dimension(0).Category(series).label, unit: dataset.Dimension(0).Category(series).unit, time, print, value: cell.value, status: cell.status };
    }),
  ),
);
console.log(JSON.stringify({ class: dataset.class, length: dataset.length, n: dataset.n, role: dataset.role, source: dataset.source, cells }));
