import { urlSetting, type Setting, type Wrong } from '@parley/http';

/** Several hosts with commas between them, which EventStoreDB takes and no address of the web is. */
const EVENT_STORE_DB = /^esdb(\+discover)?:\/\/./;

/** Where the record is: a PostgreSQL or an EventStoreDB. Its value, which can hold a password, is never repeated. */
export const storeAddressSetting = (name: string): Setting<string | undefined> => ({
  name,
  read: (text): string | undefined | Wrong => {
    if (text !== undefined && EVENT_STORE_DB.test(text)) return text;
    const url = urlSetting(name, 'postgres', 'postgresql', 'esdb', 'esdb+discover').read(text);
    return url instanceof URL ? url.href : url;
  },
});
