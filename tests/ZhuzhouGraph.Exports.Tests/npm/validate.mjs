// Validates JSON files against a JSON Schema with ajv and prints the errors of each.
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import Ajv2019 from "ajv/dist/2019.js";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv from "ajv";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const [schemaFile, ...files] = process.argv.slice(2);
const schema = read(schemaFile);
const dialect = String(schema.$schema ?? "");
const ajv = new (dialect.includes("2020") ? Ajv2020 : dialect.includes("2019") ? Ajv2019 : Ajv)({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
console.log(JSON.stringify(files.map((file) => (validate(read(file)) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`)))));
