// Reads a feed as a reader of news does, and prints what it shows.
import Parser from "rss-parser";

const feed = await new Parser().parseURL(encodeURI(process.argv[2]));
console.log(JSON.stringify({ title: feed.title, items: feed.items.map(({ id, title, link, isoDate }) => ({ id, title, link, isoDate })) }));
