import { urlSetting, type Setting, type Wrong } from '@parley/http';

/** EventStoreDB takes several hosts with commas between them, and a web address cannot have that. */
const EVENT_STORE_DB = /^esdb(\+discover)?:\/\/./;

/** Address of the record, a PostgreSQL or an EventStoreDB. It can hold a password, so no message repeats it. */
export const storeAddressSetting = (name: string): Setting<string | undefined> => ({
  name,
  read: (text): string | undefined | Wrong => {
    if (text !== undefined && EVENT_STORE_DB.test(text)) return text;
    const url = urlSetting(name, 'postgres', 'postgresql', 'esdb', 'esdb+discover').read(text);
    return url instanceof URL ? url.href : url;
  },
});
