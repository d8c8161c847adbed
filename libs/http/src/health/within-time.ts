/**
 * A check's reason. One that throws, or does not answer in so many milliseconds, is a reason of its own, without the
 * error's text.
 */
export async function withinTime(
  check: () => Promise<string | undefined>,
  millis: number,
): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, millis, `no answer within ${millis} ms`);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'the check failed';
  } finally {
    clearTimeout(timer);
  }
}
