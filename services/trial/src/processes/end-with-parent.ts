/*
 * This is loaded before a program, so that the program ends with the process that started it, even on a system that
 * does not see to that. The channel carries nothing and closes with the parent. It does not keep a process alive that
 * has nothing left to do.
 */
process.channel?.unref();
process.once('disconnect', () => process.exit(1));
