/** Irregular English forms and their base form, for looking words up before anything is tagged. */
const table = `
arose arise arisen arise awoke awake awoken awake bore bear borne bear beat beat beaten beat became become began begin begun begin
bent bend bet bet bid bid bound bind bit bite bitten bite bled bleed blew blow blown blow broke break broken break brought bring
built build burnt burn burst burst bought buy caught catch chose choose chosen choose clung cling came come cost cost crept creep cut cut
dealt deal dug dig did do done do drew draw drawn draw drank drink drove drive driven drive ate eat eaten eat fell fall fallen fall
fed feed felt feel fought fight found find fled flee flung fling flew fly flown fly forbade forbid forbidden forbid forgot forget
forgotten forget forgave forgive forgiven forgive froze freeze frozen freeze got get gotten get gave give given give went go gone go
ground grind grew grow grown grow hung hang had have has have heard hear hid hide hidden hide hit hit held hold hurt hurt kept keep
knelt kneel knew know known know laid lay led lead left leave lent lend let let lay lie lit light lost lose made make meant mean met meet
paid pay put put quit quit read read rode ride ridden ride rang ring rung ring rose rise risen rise ran run said say saw see seen see
sought seek sold sell sent send set set shook shake shaken shake shed shed shot shoot showed show shown show shut shut sang sing
sank sink sunk sink sat sit slew slay slain slay slept sleep slid slide spoke speak spoken speak spent spend spun spin split split
spread spread sprang spring stood stand stole steal stolen steal stuck stick struck strike stricken strike strove strive swore swear
sworn swear swept sweep swung swing took take taken take taught teach tore tear torn tear told tell thought think threw throw thrown throw
understood understand undertook undertake undertaken undertake upheld uphold won win withdrew withdraw withdrawn withdraw withheld withhold
withstood withstand wrote write written write overthrew overthrow overthrown overthrow overran overrun blew blow sped speed
men man women woman children child people person troops troop forces force police police
`;

export const irregularForms: ReadonlyMap<string, string> = new Map(
  (() => {
    const words = table.trim().split(/\s+/);
    const pairs: [string, string][] = [];
    for (let at = 0; at + 1 < words.length; at += 2) pairs.push([words[at], words[at + 1]]);
    return pairs;
  })(),
);
