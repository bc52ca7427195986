UNWIND [
  {characters: 44, citations: 8, date: date('2031-03-02'), digest: 704578289629, foldedTitle: '灯会第1日\nlanternfair,day1', id: 'article:yunhai/01', isCutAtEnd: false, isCutAtStart: false, lines: ['1-9'], newspaper: '云海晚报', newspaperEnglish: 'Yunhai Evening', sha256: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', sort: '2031-03-02', text: '灯会开幕\n云海市灯会昨日开幕，蓝桥到场。\n全市造出灯笼80余个，增长约12%，船30艘。', title: '灯会第1日', titleEnglish: 'Lantern fair, day 1'},
  {citations: 4, date: date('2031-03-03'), digest: 304882413221, foldedTitle: '灯会第2日\nlanternfair,day2', id: 'article:yunhai/02', isCutAtEnd: false, isCutAtStart: false, lines: ['1-9'], newspaper: '云海晚报', newspaperEnglish: 'Yunhai Evening', sha256: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', sort: '2031-03-03', title: '灯会第2日', titleEnglish: 'Lantern fair, day 2'}
] AS row CREATE (n:Article) SET n = row;
UNWIND [
  {id: 'article:yunhai/01', kind: 'ADDED', sequence: 11, version: 2},
  {id: 'article:yunhai/01', kind: 'CHANGED', sequence: 4, version: 5},
  {id: 'article:yunhai/02', kind: 'ADDED', sequence: 5, version: 3},
  {id: 'article:yunhai/03', kind: 'ADDED', sequence: 3, version: 4},
  {id: 'article:yunhai/03', kind: 'REMOVED', sequence: 3, version: 6},
  {id: 'event:yunhai-lantern-fair', kind: 'ADDED', sequence: 1, version: 1},
  {id: 'indicator:lanterns-made', kind: 'ADDED', sequence: 2, version: 1},
  {id: 'indicator:yunhai-boats', kind: 'ADDED', sequence: 1, version: 2},
  {id: 'indicator:yunhai-boats', kind: 'REMOVED', sequence: 1, version: 5},
  {id: 'obs:yunhai/01/boats', kind: 'ADDED', sequence: 8, version: 2},
  {id: 'obs:yunhai/01/boats', kind: 'REMOVED', sequence: 2, version: 5},
  {id: 'obs:yunhai/01/growth', kind: 'ADDED', sequence: 9, version: 2},
  {id: 'obs:yunhai/01/lanterns', kind: 'ADDED', sequence: 10, version: 2},
  {id: 'obs:yunhai/01/lanterns', kind: 'CHANGED', sequence: 3, version: 5},
  {id: 'obs:yunhai/02/rank', kind: 'ADDED', sequence: 4, version: 3},
  {id: 'obs:yunhai/03/lanterns', kind: 'ADDED', sequence: 2, version: 4},
  {id: 'obs:yunhai/03/lanterns', kind: 'REMOVED', sequence: 2, version: 6},
  {id: 'org:yunhai-guild', kind: 'ADDED', sequence: 3, version: 1},
  {id: 'org:yunhai-guild', kind: 'CHANGED', sequence: 2, version: 2},
  {id: 'org:yunhai-harbour-office', kind: 'ADDED', sequence: 4, version: 1},
  {id: 'org:yunhai-paper', kind: 'ADDED', sequence: 1, version: 3},
  {id: 'person:lan-qiao', kind: 'ADDED', sequence: 5, version: 1},
  {id: 'person:lan-qiao', kind: 'CHANGED', sequence: 3, version: 2},
  {id: 'place:yunhai', kind: 'ADDED', sequence: 6, version: 1},
  {id: 'place:yunhai', kind: 'CHANGED', sequence: 4, version: 2},
  {id: 'rel:1d7d014db157c1f5', kind: 'ADDED', sequence: 2, version: 3},
  {id: 'rel:1e1b8e3487f8635b', kind: 'ADDED', sequence: 5, version: 2},
  {id: 'rel:460e5e1c6031d7b2', kind: 'ADDED', sequence: 1, version: 4},
  {id: 'rel:460e5e1c6031d7b2', kind: 'REMOVED', sequence: 1, version: 6},
  {id: 'rel:a1f093cf53ff21a8', kind: 'ADDED', sequence: 6, version: 2},
  {id: 'rel:a1f093cf53ff21a8', kind: 'CHANGED', sequence: 3, version: 3},
  {id: 'rel:b1e3b7c3aa6cf510', kind: 'ADDED', sequence: 7, version: 2}
] AS row CREATE (n:Change) SET n = row;
UNWIND [
  {address: '2.1', article: 'article:yunhai/01', digest: 1080272125681, end: 20, folded: '', of: 'rel:1e1b8e3487f8635b', part: 'BODY', quote: '云海市灯会昨日开幕，蓝桥到场。', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', start: 5, words: ''},
  {address: '2.1', article: 'article:yunhai/01', digest: 240023734802, end: 20, folded: '', of: 'rel:a1f093cf53ff21a8', part: 'BODY', quote: '云海市灯会昨日开幕，蓝桥到场。', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', start: 5, words: ''},
  {address: '2.1', article: 'article:yunhai/01', digest: 303035135437, end: 20, folded: '云海市', of: 'place:yunhai', part: 'BODY', quote: '云海市灯会昨日开幕，蓝桥到场。', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', start: 5, words: '云海市'},
  {address: '2.1', article: 'article:yunhai/01', digest: 519382664346, end: 20, folded: '', of: 'rel:b1e3b7c3aa6cf510', part: 'BODY', quote: '云海市灯会昨日开幕，蓝桥到场。', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', start: 5, words: ''},
  {address: '2.1', article: 'article:yunhai/01', digest: 931151891338, end: 20, folded: '蓝桥', of: 'person:lan-qiao', part: 'BODY', quote: '云海市灯会昨日开幕，蓝桥到场。', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', start: 5, words: '蓝桥'},
  {address: '2.1', article: 'article:yunhai/02', digest: 54013311336, folded: '云海纸业', of: 'org:yunhai-paper', part: 'BODY', sort: '2031-03-03|article:yunhai/02|000002.0001-000002.0001', words: '云海纸业'},
  {address: '3.1', article: 'article:yunhai/01', digest: 1069168724393, end: 44, folded: '云海灯笼行会', of: 'org:yunhai-guild', part: 'BODY', quote: '全市造出灯笼80余个，增长约12%，船30艘。', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', start: 21, words: '云海•灯笼行会'},
  {address: '3.1', article: 'article:yunhai/01', digest: 551459163393, end: 44, folded: '增长约12%', of: 'obs:yunhai/01/growth', part: 'BODY', quote: '全市造出灯笼80余个，增长约12%，船30艘。', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', start: 21, words: '增长约12%'},
  {address: '3.1', article: 'article:yunhai/01', digest: 818609631213, end: 44, folded: '85余个', of: 'obs:yunhai/01/lanterns', part: 'BODY', quote: '全市造出灯笼80余个，增长约12%，船30艘。', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', start: 21, words: '85余个'},
  {address: '3.1', article: 'article:yunhai/02', digest: 1095035140129, folded: '', of: 'rel:a1f093cf53ff21a8', part: 'BODY', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', words: ''},
  {address: '3.1', article: 'article:yunhai/02', digest: 261247158758, folded: '', of: 'rel:1d7d014db157c1f5', part: 'BODY', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', words: ''},
  {address: '4.1', article: 'article:yunhai/02', digest: 263009168378, folded: '2个', of: 'obs:yunhai/02/rank', part: 'BODY', sort: '2031-03-03|article:yunhai/02|000004.0001-000004.0001', words: '2个'}
] AS row CREATE (n:Citation) SET n = row;
UNWIND [
  {citations: 1, digest: 338460724137, foldedNames: ['云海纸业', 'yunhaipaper'], id: 'org:yunhai-paper', name: '云海纸业', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Yunhai Paper', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['云海纸业', 'Yunhai Paper'], periodKey: '~', type: 'Company', unit: 'article:yunhai/02'}
] AS row CREATE (n:Company:Entity) SET n = row;
UNWIND [
  {added: 0, changed: 0, number: 6, recordedAt: datetime('2031-04-06T08:00:00Z'), removed: 3, unit: 'article:yunhai/03'},
  {added: 0, changed: 2, hash: '36fb6a95de71ed0549cd11bc781d7222', number: 5, recordedAt: datetime('2031-04-05T08:00:00Z'), removed: 2, unit: 'article:yunhai/01'},
  {added: 3, changed: 0, hash: '4acb56ec276c3955d13b6c6b396ac14a', number: 4, recordedAt: datetime('2031-04-04T08:00:00Z'), removed: 0, unit: 'article:yunhai/03'},
  {added: 4, changed: 1, hash: 'd8a1f31eec50577e1a0cd4ba24e5e7d8', number: 3, recordedAt: datetime('2031-04-03T08:00:00Z'), removed: 0, unit: 'article:yunhai/02'},
  {added: 6, changed: 0, hash: '4063b3cce4a629d71b52769635255570', number: 1, recordedAt: datetime('2031-04-01T08:00:00Z'), removed: 0, unit: 'registry'},
  {added: 8, changed: 3, hash: '07738ec4d232206e3a9b3a134b219cc9', number: 2, recordedAt: datetime('2031-04-02T08:00:00Z'), removed: 0, unit: 'article:yunhai/01'}
] AS row CREATE (n:DataVersion) SET n = row;
UNWIND [
  {citations: 0, digest: 824641286449, first: date('2031-03-01'), foldedNames: ['云海灯会', 'yunhailanternfair'], id: 'event:yunhai-lantern-fair', last: date('2031-03-01'), name: '云海灯会', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Yunhai Lantern Fair', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['云海灯会', 'Yunhai Lantern Fair'], periodBasis: 'STATED', periodKey: '2031-03-01', periodPrecision: 'RANGE', periodWords: '昨日', type: 'Event', uncited: ['云海灯会'], unit: 'registry'}
] AS row CREATE (n:Entity:Event) SET n = row;
UNWIND [
  {citations: 0, definition: '纸灯笼', digest: 350975029205, dimension: 'COUNT', foldedNames: ['灯笼产量', 'lanternsmade'], id: 'indicator:lanterns-made', name: '灯笼产量', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Lanterns made', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['灯笼产量', 'Lanterns made'], periodKey: '~', type: 'Indicator', uncited: ['灯笼产量'], unit: 'registry'}
] AS row CREATE (n:Entity:Indicator) SET n = row;
UNWIND [
  {citations: 1, digest: 1084311032736, foldedNames: ['蓝桥', 'lanqiao'], id: 'person:lan-qiao', name: '蓝桥', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Lan Qiao', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['蓝桥', 'Lan Qiao'], periodKey: '~', type: 'Official', unit: 'registry'}
] AS row CREATE (n:Entity:Official) SET n = row;
UNWIND [
  {citations: 0, digest: 630969398692, foldedNames: ['云海港务处', 'yunhaiharbouroffice'], id: 'org:yunhai-harbour-office', kind: 'GOVERNMENT', name: '云海港务处', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Yunhai Harbour Office', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['云海港务处', 'Yunhai Harbour Office'], periodKey: '~', type: 'Organization', uncited: ['云海港务处'], unit: 'registry'},
  {citations: 1, digest: 42620465008, foldedNames: ['云海灯笼行会', 'lanternguild'], id: 'org:yunhai-guild', kind: 'ASSOCIATION', name: '云海·灯笼行会', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Lantern Guild', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['云海·灯笼行会', 'Lantern Guild'], periodKey: '~', type: 'Organization', unit: 'registry'}
] AS row CREATE (n:Entity:Organization) SET n = row;
UNWIND [
  {citations: 1, digest: 295860804363, foldedNames: ['云海市', 'yunhai'], formerIds: ['place:yunhai-town'], id: 'place:yunhai', kind: 'CITY', name: '云海市', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Yunhai', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['云海市', 'Yunhai'], periodKey: '~', type: 'Place', unit: 'registry'}
] AS row CREATE (n:Entity:Place) SET n = row;
UNWIND [
  {address: '2.1', article: 'article:yunhai/01', digest: 101021810032, from: 'person:lan-qiao', id: 'rel:a1f093cf53ff21a8', periodBasis: 'STATED', periodKey: '~', periodPrecision: 'RANGE', periodWords: '近年来', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', text: '市长', title: '市长', to: 'place:yunhai', type: 'HOLDS_POST'},
  {address: '2.1', article: 'article:yunhai/01', digest: 752348079961, firstDated: date('2031-03-01'), from: 'event:yunhai-lantern-fair', id: 'rel:b1e3b7c3aa6cf510', lastDated: date('2031-03-01'), periodKey: '2031-03-01', role: 'MAIN', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', text: '', to: 'place:yunhai', type: 'HELD_AT'},
  {address: '2.1', article: 'article:yunhai/01', digest: 928028002915, firstDated: date('2031-03-01'), from: 'person:lan-qiao', id: 'rel:1e1b8e3487f8635b', lastDated: date('2031-03-01'), periodKey: '2031-03-01', role: 'PARTICIPANT', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', text: '到场', to: 'event:yunhai-lantern-fair', type: 'TOOK_PART_IN', word: '到场'},
  {address: '3.1', article: 'article:yunhai/02', digest: 963925678012, from: 'org:yunhai-paper', id: 'rel:1d7d014db157c1f5', periodKey: '~', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', status: 'STATED', text: '', to: 'place:yunhai', type: 'LOCATED_IN'}
] AS row CREATE (n:Fact) SET n = row;
UNWIND [
  {entity: 'place:yunhai', id: 'place:yunhai-town'}
] AS row CREATE (n:FormerId) SET n = row;
UNWIND [
  {sha256: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', text: '灯会开幕\n云海市灯会昨日开幕，蓝桥到场。\n全市造出灯笼80余个，增长约12%，船30艘。'}
] AS row CREATE (n:IssueText) SET n = row;
UNWIND [
  {folded: 'lanqiao', owner: 'person:lan-qiao', position: 1, text: 'Lan Qiao', type: 'Official'},
  {folded: 'lanternfair,day1', owner: 'article:yunhai/01', position: 1, text: 'Lantern fair, day 1', type: 'Article'},
  {folded: 'lanternfair,day2', owner: 'article:yunhai/02', position: 1, text: 'Lantern fair, day 2', type: 'Article'},
  {folded: 'lanternguild', owner: 'org:yunhai-guild', position: 1, text: 'Lantern Guild', type: 'Organization'},
  {folded: 'lanternsmade', owner: 'indicator:lanterns-made', position: 1, text: 'Lanterns made', type: 'Indicator'},
  {folded: 'yunhai', owner: 'place:yunhai', position: 1, text: 'Yunhai', type: 'Place'},
  {folded: 'yunhaiharbouroffice', owner: 'org:yunhai-harbour-office', position: 1, text: 'Yunhai Harbour Office', type: 'Organization'},
  {folded: 'yunhailanternfair', owner: 'event:yunhai-lantern-fair', position: 1, text: 'Yunhai Lantern Fair', type: 'Event'},
  {folded: 'yunhaipaper', owner: 'org:yunhai-paper', position: 1, text: 'Yunhai Paper', type: 'Company'},
  {folded: '云海市', owner: 'place:yunhai', position: 0, text: '云海市', type: 'Place'},
  {folded: '云海港务处', owner: 'org:yunhai-harbour-office', position: 0, text: '云海港务处', type: 'Organization'},
  {folded: '云海灯会', owner: 'event:yunhai-lantern-fair', position: 0, text: '云海灯会', type: 'Event'},
  {folded: '云海灯笼行会', owner: 'org:yunhai-guild', position: 0, text: '云海·灯笼行会', type: 'Organization'},
  {folded: '云海纸业', owner: 'org:yunhai-paper', position: 0, text: '云海纸业', type: 'Company'},
  {folded: '灯会第1日', owner: 'article:yunhai/01', position: 0, text: '灯会第1日', type: 'Article'},
  {folded: '灯会第2日', owner: 'article:yunhai/02', position: 0, text: '灯会第2日', type: 'Article'},
  {folded: '灯笼产量', owner: 'indicator:lanterns-made', position: 0, text: '灯笼产量', type: 'Indicator'},
  {folded: '蓝桥', owner: 'person:lan-qiao', position: 0, text: '蓝桥', type: 'Official'}
] AS row CREATE (n:Name) SET n = row;
UNWIND [
  {about: 'org:yunhai-paper', accumulation: 'SINGLE', article: 'article:yunhai/02', digest: 718477673352, figure: '2个', foldedFigure: '2个', foldedWithin: '全省城市', hedge: 'NONE', id: 'obs:yunhai/02/rank', indicator: 'indicator:lanterns-made', meaning: 'UNCERTAIN', measure: 'RANK', multiplier: 0, periodKey: '~', recordedAt: datetime('2031-04-03T08:00:00Z'), recordedVersion: 3, series: 'c69514ecbd5c304b', sort: '2031-03-03|article:yunhai/02|000004.0001-000004.0001', status: 'ACTUAL', unit: 'piece', value: 2.0, valueKey: 'p512', valueOrder: 'p512', valueText: '2', within: '全省 城市', withinAscending: false, withinPlace: 'place:yunhai', withinSize: 14},
  {about: 'place:yunhai', accumulation: 'SINGLE', article: 'article:yunhai/01', attributedTo: 'org:yunhai-harbour-office', boundBasis: 'CONVENTION', capacity: '负责人', comparison: 'YEAR_ON_YEAR', digest: 708930087578, figure: '增长约12%', foldedFigure: '增长约12%', hedge: 'ABOUT', id: 'obs:yunhai/01/growth', indicator: 'indicator:lanterns-made', lower: 11.4, lowerInclusive: true, lowerKey: 'p52114', lowerText: '11.4', meaning: 'UNCERTAIN', measure: 'RATE_OF_CHANGE', multiplier: 0, periodKey: '~', recordedAt: datetime('2031-04-02T08:00:00Z'), recordedVersion: 2, series: '1e6234c19f7587b2', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', status: 'ACTUAL', unit: '%', upper: 12.6, upperInclusive: true, upperKey: 'p52126', upperText: '12.6', value: 12.0, valueKey: 'p5212', valueOrder: 'p5212', valueText: '12'},
  {about: 'place:yunhai', accumulation: 'SINGLE', article: 'article:yunhai/01', boundBasis: 'CONVENTION', digest: 418755766272, figure: '85余个', first: date('2031-03-01'), firstDated: date('2031-03-01'), foldedFigure: '85余个', hedge: 'AND_SOME', id: 'obs:yunhai/01/lanterns', indicator: 'indicator:lanterns-made', last: date('2031-03-01'), lastDated: date('2031-03-01'), lower: 85.0, lowerInclusive: false, lowerKey: 'p5285', lowerText: '85', meaning: 'UNCERTAIN', measure: 'LEVEL', multiplier: 0, periodBasis: 'STATED', periodKey: '2031-03-01', periodPrecision: 'RANGE', periodWords: '昨日', recordedAt: datetime('2031-04-05T08:00:00Z'), recordedVersion: 5, series: 'bbf20c74db8ed24a', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', status: 'ACTUAL', unit: 'piece', upper: 86.0, upperInclusive: false, upperKey: 'p5286', upperText: '86', value: 85.0, valueKey: 'p5285', valueOrder: 'p5285', valueText: '85'}
] AS row CREATE (n:Observation) SET n = row;
UNWIND [
  {characters: 6, citations: 0, date: date('2031-03-04'), digest: 378872412442, foldedTitle: '灯会第3日\nlanternfair,day3', id: 'article:yunhai/03', isCutAtEnd: false, isCutAtStart: false, lines: ['1-9'], newspaper: '云海晚报', newspaperEnglish: 'Yunhai Evening', sha256: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', sort: '2031-03-04', text: '灯\n灯七个。', title: '灯会第3日', titleEnglish: 'Lantern fair, day 3'}
] AS row CREATE (n:PastArticle) SET n = row;
UNWIND [
  {address: '3.1', article: 'article:yunhai/01', digest: 279343316776, end: 44, folded: '30个', of: 'obs:yunhai/01/boats', part: 'BODY', quote: '全市造出灯笼80余个，增长约12%，船30艘。', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', start: 21, words: '30个'},
  {address: '4.1', article: 'article:yunhai/03', digest: 981484317579, folded: '7个', of: 'obs:yunhai/03/lanterns', part: 'BODY', sort: '2031-03-04|article:yunhai/03|000004.0001-000004.0001', words: '7个'}
] AS row CREATE (n:PastCitation) SET n = row;
UNWIND [
  {broader: 'indicator:lanterns-made', citations: 0, digest: 769170376339, dimension: 'COUNT', foldedNames: ['船数', 'boats'], id: 'indicator:yunhai-boats', name: '船数', nameBases: ['PRINTED', 'TRANSLATION'], nameEnglish: 'Boats', nameLanguages: ['zh', 'en'], namePrimaries: [true, true], names: ['船数', 'Boats'], periodKey: '~', type: 'Indicator', uncited: ['船数']}
] AS row CREATE (n:PastEntity) SET n = row;
UNWIND [
  {about: 'place:yunhai', accumulation: 'SINGLE', article: 'article:yunhai/01', boundBasis: 'CONVENTION', digest: 322256715996, figure: '80余个', first: date('2031-03-01'), firstDated: date('2031-03-01'), foldedFigure: '80余个', hedge: 'AND_SOME', id: 'obs:yunhai/01/lanterns', indicator: 'indicator:lanterns-made', last: date('2031-03-01'), lastDated: date('2031-03-01'), lower: 80.0, lowerInclusive: false, lowerKey: 'p528', lowerText: '80', meaning: 'UNCERTAIN', measure: 'LEVEL', multiplier: 0, periodBasis: 'STATED', periodKey: '2031-03-01', periodPrecision: 'RANGE', periodWords: '昨日', recordedAt: datetime('2031-04-02T08:00:00Z'), recordedVersion: 2, removedAt: datetime('2031-04-05T08:00:00Z'), removedVersion: 5, series: 'bbf20c74db8ed24a', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', status: 'ACTUAL', unit: 'piece', upper: 90.0, upperInclusive: false, upperKey: 'p529', upperText: '90', value: 80.0, valueKey: 'p528', valueOrder: 'p528', valueText: '80'},
  {about: 'place:yunhai', accumulation: 'SINGLE', article: 'article:yunhai/01', digest: 765963032433, figure: '30个', foldedFigure: '30个', hedge: 'NONE', id: 'obs:yunhai/01/boats', indicator: 'indicator:yunhai-boats', meaning: 'UNCERTAIN', measure: 'LEVEL', multiplier: 0, periodKey: '~', recordedAt: datetime('2031-04-02T08:00:00Z'), recordedVersion: 2, removedAt: datetime('2031-04-05T08:00:00Z'), removedVersion: 5, series: 'a94eca254986439b', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', status: 'ACTUAL', unit: 'piece', value: 30.0, valueKey: 'p523', valueOrder: 'p523', valueText: '30'},
  {about: 'place:yunhai', accumulation: 'SINGLE', article: 'article:yunhai/03', digest: 83617590106, figure: '7个', foldedFigure: '7个', hedge: 'NONE', id: 'obs:yunhai/03/lanterns', indicator: 'indicator:lanterns-made', meaning: 'UNCERTAIN', measure: 'LEVEL', multiplier: 0, periodKey: '~', recordedAt: datetime('2031-04-04T08:00:00Z'), recordedVersion: 4, removedAt: datetime('2031-04-06T08:00:00Z'), removedVersion: 6, series: 'bbf20c74db8ed24a', sort: '2031-03-04|article:yunhai/03|000004.0001-000004.0001', status: 'ACTUAL', unit: 'piece', value: 7.0, valueKey: 'p517', valueOrder: 'p517', valueText: '7'}
] AS row CREATE (n:PastObservation) SET n = row;
UNWIND [
  {address: '1.1', article: 'article:yunhai/01', digest: 169014004321, folded: '灯会开幕', place: '000001.0001-000001.0001', text: '灯会开幕'},
  {address: '2.1', article: 'article:yunhai/01', digest: 774225200532, folded: '云海市灯会昨日开幕,蓝桥到场', place: '000002.0001-000002.0001', text: '云海市灯会昨日开幕，蓝桥到场。'},
  {address: '3.1', article: 'article:yunhai/01', digest: 250885261186, folded: '全市造出灯笼80余个,增长约12%,船30艘', place: '000003.0001-000003.0001', text: '全市造出灯笼80余个，增长约12%，船30艘。'}
] AS row CREATE (n:Sentence) SET n = row;
UNWIND [
  {id: 1, n: 14}
] AS row CREATE (n:Seq) SET n = row;
UNWIND [
  {generation: 7, id: 1, schema: 10, source: 'the folder of the recorded city', version: 6}
] AS row CREATE (n:Store) SET n = row;
UNWIND [
  {content: 0, hash: '4063b3cce4a629d71b52769635255570', id: 'registry', mentions: 0},
  {content: 10320889573029, hash: '36fb6a95de71ed0549cd11bc781d7222', id: 'article:yunhai/01', mentions: 1099513724931},
  {content: 3761612353218, hash: 'd8a1f31eec50577e1a0cd4ba24e5e7d8', id: 'article:yunhai/02', mentions: 3145729}
] AS row CREATE (n:Unit) SET n = row;
UNWIND [
  {from: {id: 'article:yunhai/01'}, to: {id: 'event:yunhai-lantern-fair'}, properties: {article: 'article:yunhai/01', entity: 'event:yunhai-lantern-fair', kind: 'FACT', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'indicator:lanterns-made'}, properties: {article: 'article:yunhai/01', entity: 'indicator:lanterns-made', kind: 'FACT', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'org:yunhai-guild'}, properties: {article: 'article:yunhai/01', entity: 'org:yunhai-guild', kind: 'NAME', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'org:yunhai-harbour-office'}, properties: {article: 'article:yunhai/01', entity: 'org:yunhai-harbour-office', kind: 'DETAIL', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'person:lan-qiao'}, properties: {article: 'article:yunhai/01', entity: 'person:lan-qiao', kind: 'NAME', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'place:yunhai'}, properties: {article: 'article:yunhai/01', entity: 'place:yunhai', kind: 'NAME', sort: '2031-03-02'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'indicator:lanterns-made'}, properties: {article: 'article:yunhai/02', entity: 'indicator:lanterns-made', kind: 'FACT', sort: '2031-03-03'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'org:yunhai-paper'}, properties: {article: 'article:yunhai/02', entity: 'org:yunhai-paper', kind: 'NAME', sort: '2031-03-03'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'person:lan-qiao'}, properties: {article: 'article:yunhai/02', entity: 'person:lan-qiao', kind: 'FACT', sort: '2031-03-03'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'place:yunhai'}, properties: {article: 'article:yunhai/02', entity: 'place:yunhai', kind: 'FACT', sort: '2031-03-03'}}
] AS row MATCH (a:Article {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:MENTIONS]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'article:yunhai/01'}, to: {id: 'rel:1e1b8e3487f8635b'}, properties: {article: 'article:yunhai/01', cited: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', digest: 928028002915, fact: 'rel:1e1b8e3487f8635b', role: 'PARTICIPANT', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', word: '到场'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'rel:a1f093cf53ff21a8'}, properties: {article: 'article:yunhai/01', cited: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', digest: 101021810032, fact: 'rel:a1f093cf53ff21a8', periodBasis: 'STATED', periodPrecision: 'RANGE', periodWords: '近年来', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', title: '市长'}},
  {from: {id: 'article:yunhai/01'}, to: {id: 'rel:b1e3b7c3aa6cf510'}, properties: {article: 'article:yunhai/01', cited: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', digest: 752348079961, fact: 'rel:b1e3b7c3aa6cf510', role: 'MAIN', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'rel:1d7d014db157c1f5'}, properties: {article: 'article:yunhai/02', cited: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', digest: 963925678012, fact: 'rel:1d7d014db157c1f5', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', status: 'STATED'}},
  {from: {id: 'article:yunhai/02'}, to: {id: 'rel:a1f093cf53ff21a8'}, properties: {article: 'article:yunhai/02', cited: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', digest: 101021810032, fact: 'rel:a1f093cf53ff21a8', periodBasis: 'STATED', periodPrecision: 'RANGE', periodWords: '近年来', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', title: '市长'}}
] AS row MATCH (a:Article {id: row.from.id}) MATCH (b:Fact {id: row.to.id}) CREATE (a)-[r:STATES]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'article:yunhai/01'}, to: {owner: 'article:yunhai/01', position: 0}, properties: {}},
  {from: {id: 'article:yunhai/01'}, to: {owner: 'article:yunhai/01', position: 1}, properties: {}},
  {from: {id: 'article:yunhai/02'}, to: {owner: 'article:yunhai/02', position: 0}, properties: {}},
  {from: {id: 'article:yunhai/02'}, to: {owner: 'article:yunhai/02', position: 1}, properties: {}}
] AS row MATCH (a:Article {id: row.from.id}) MATCH (b:Name {owner: row.to.owner, position: row.to.position}) CREATE (a)-[r:HAS_TITLE]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'article:yunhai/01'}, to: {article: 'article:yunhai/01', place: '000001.0001-000001.0001'}, properties: {}},
  {from: {id: 'article:yunhai/01'}, to: {article: 'article:yunhai/01', place: '000002.0001-000002.0001'}, properties: {}},
  {from: {id: 'article:yunhai/01'}, to: {article: 'article:yunhai/01', place: '000003.0001-000003.0001'}, properties: {}}
] AS row MATCH (a:Article {id: row.from.id}) MATCH (b:Sentence {article: row.to.article, place: row.to.place}) CREATE (a)-[r:HAS_SENTENCE]->(b) SET r = row.properties;
UNWIND [
  {from: {of: 'obs:yunhai/01/growth', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', words: '增长约12%'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'obs:yunhai/01/lanterns', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', words: '85余个'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'obs:yunhai/02/rank', sort: '2031-03-03|article:yunhai/02|000004.0001-000004.0001', words: '2个'}, to: {id: 'article:yunhai/02'}, properties: {}},
  {from: {of: 'org:yunhai-guild', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', words: '云海•灯笼行会'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'org:yunhai-paper', sort: '2031-03-03|article:yunhai/02|000002.0001-000002.0001', words: '云海纸业'}, to: {id: 'article:yunhai/02'}, properties: {}},
  {from: {of: 'person:lan-qiao', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', words: '蓝桥'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'place:yunhai', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', words: '云海市'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'rel:1d7d014db157c1f5', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', words: ''}, to: {id: 'article:yunhai/02'}, properties: {}},
  {from: {of: 'rel:1e1b8e3487f8635b', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', words: ''}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'rel:a1f093cf53ff21a8', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', words: ''}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {of: 'rel:a1f093cf53ff21a8', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', words: ''}, to: {id: 'article:yunhai/02'}, properties: {}},
  {from: {of: 'rel:b1e3b7c3aa6cf510', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', words: ''}, to: {id: 'article:yunhai/01'}, properties: {}}
] AS row MATCH (a:Citation {of: row.from.of, sort: row.from.sort, words: row.from.words}) MATCH (b:Article {id: row.to.id}) CREATE (a)-[r:FROM]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'event:yunhai-lantern-fair'}, to: {id: 'place:yunhai'}, properties: {address: '2.1', article: 'article:yunhai/01', digest: 752348079961, id: 'rel:b1e3b7c3aa6cf510', role: 'MAIN', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED'}}
] AS row MATCH (a:Entity {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:HELD_AT]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'person:lan-qiao'}, to: {id: 'place:yunhai'}, properties: {address: '2.1', article: 'article:yunhai/01', digest: 101021810032, id: 'rel:a1f093cf53ff21a8', periodBasis: 'STATED', periodPrecision: 'RANGE', periodWords: '近年来', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', title: '市长'}}
] AS row MATCH (a:Entity {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:HOLDS_POST]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'org:yunhai-paper'}, to: {id: 'place:yunhai'}, properties: {address: '3.1', article: 'article:yunhai/02', digest: 963925678012, id: 'rel:1d7d014db157c1f5', sort: '2031-03-03|article:yunhai/02|000003.0001-000003.0001', status: 'STATED'}}
] AS row MATCH (a:Entity {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:LOCATED_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'person:lan-qiao'}, to: {id: 'event:yunhai-lantern-fair'}, properties: {address: '2.1', article: 'article:yunhai/01', digest: 928028002915, id: 'rel:1e1b8e3487f8635b', role: 'PARTICIPANT', sort: '2031-03-02|article:yunhai/01|000002.0001-000002.0001', status: 'STATED', word: '到场'}}
] AS row MATCH (a:Entity {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:TOOK_PART_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'event:yunhai-lantern-fair'}, to: {owner: 'event:yunhai-lantern-fair', position: 0}, properties: {}},
  {from: {id: 'event:yunhai-lantern-fair'}, to: {owner: 'event:yunhai-lantern-fair', position: 1}, properties: {}},
  {from: {id: 'indicator:lanterns-made'}, to: {owner: 'indicator:lanterns-made', position: 0}, properties: {}},
  {from: {id: 'indicator:lanterns-made'}, to: {owner: 'indicator:lanterns-made', position: 1}, properties: {}},
  {from: {id: 'org:yunhai-guild'}, to: {owner: 'org:yunhai-guild', position: 0}, properties: {}},
  {from: {id: 'org:yunhai-guild'}, to: {owner: 'org:yunhai-guild', position: 1}, properties: {}},
  {from: {id: 'org:yunhai-harbour-office'}, to: {owner: 'org:yunhai-harbour-office', position: 0}, properties: {}},
  {from: {id: 'org:yunhai-harbour-office'}, to: {owner: 'org:yunhai-harbour-office', position: 1}, properties: {}},
  {from: {id: 'org:yunhai-paper'}, to: {owner: 'org:yunhai-paper', position: 0}, properties: {}},
  {from: {id: 'org:yunhai-paper'}, to: {owner: 'org:yunhai-paper', position: 1}, properties: {}},
  {from: {id: 'person:lan-qiao'}, to: {owner: 'person:lan-qiao', position: 0}, properties: {}},
  {from: {id: 'person:lan-qiao'}, to: {owner: 'person:lan-qiao', position: 1}, properties: {}},
  {from: {id: 'place:yunhai'}, to: {owner: 'place:yunhai', position: 0}, properties: {}},
  {from: {id: 'place:yunhai'}, to: {owner: 'place:yunhai', position: 1}, properties: {}}
] AS row MATCH (a:Entity {id: row.from.id}) MATCH (b:Name {owner: row.to.owner, position: row.to.position}) CREATE (a)-[r:HAS_NAME]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'rel:1e1b8e3487f8635b'}, to: {id: 'event:yunhai-lantern-fair'}, properties: {place: 0}},
  {from: {id: 'rel:b1e3b7c3aa6cf510'}, to: {id: 'event:yunhai-lantern-fair'}, properties: {place: 0}}
] AS row MATCH (a:Fact {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:OCCASION]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/growth'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {id: 'obs:yunhai/01/lanterns'}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {id: 'obs:yunhai/02/rank'}, to: {id: 'article:yunhai/02'}, properties: {}}
] AS row MATCH (a:Observation {id: row.from.id}) MATCH (b:Article {id: row.to.id}) CREATE (a)-[r:PRINTED_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/growth'}, to: {id: 'place:yunhai'}, properties: {}},
  {from: {id: 'obs:yunhai/01/lanterns'}, to: {id: 'place:yunhai'}, properties: {}},
  {from: {id: 'obs:yunhai/02/rank'}, to: {id: 'org:yunhai-paper'}, properties: {}}
] AS row MATCH (a:Observation {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:ABOUT]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/growth'}, to: {id: 'org:yunhai-harbour-office'}, properties: {}}
] AS row MATCH (a:Observation {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:ATTRIBUTED_TO]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/growth'}, to: {id: 'indicator:lanterns-made'}, properties: {}},
  {from: {id: 'obs:yunhai/01/lanterns'}, to: {id: 'indicator:lanterns-made'}, properties: {}},
  {from: {id: 'obs:yunhai/02/rank'}, to: {id: 'indicator:lanterns-made'}, properties: {}}
] AS row MATCH (a:Observation {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:MEASURES]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/02/rank'}, to: {id: 'place:yunhai'}, properties: {}}
] AS row MATCH (a:Observation {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:RANKED_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {of: 'obs:yunhai/01/boats', sort: '2031-03-02|article:yunhai/01|000003.0001-000003.0001', words: '30个'}, to: {id: 'article:yunhai/01'}, properties: {}}
] AS row MATCH (a:PastCitation {of: row.from.of, sort: row.from.sort, words: row.from.words}) MATCH (b:Article {id: row.to.id}) CREATE (a)-[r:FROM]->(b) SET r = row.properties;
UNWIND [
  {from: {of: 'obs:yunhai/03/lanterns', sort: '2031-03-04|article:yunhai/03|000004.0001-000004.0001', words: '7个'}, to: {id: 'article:yunhai/03'}, properties: {}}
] AS row MATCH (a:PastCitation {of: row.from.of, sort: row.from.sort, words: row.from.words}) MATCH (b:PastArticle {id: row.to.id}) CREATE (a)-[r:FROM]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'indicator:yunhai-boats'}, to: {id: 'indicator:lanterns-made'}, properties: {}}
] AS row MATCH (a:PastEntity {id: row.from.id}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:BROADER]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/boats', recordedVersion: 2}, to: {id: 'article:yunhai/01'}, properties: {}},
  {from: {id: 'obs:yunhai/01/lanterns', recordedVersion: 2}, to: {id: 'article:yunhai/01'}, properties: {}}
] AS row MATCH (a:PastObservation {id: row.from.id, recordedVersion: row.from.recordedVersion}) MATCH (b:Article {id: row.to.id}) CREATE (a)-[r:PRINTED_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/boats', recordedVersion: 2}, to: {id: 'place:yunhai'}, properties: {}},
  {from: {id: 'obs:yunhai/01/lanterns', recordedVersion: 2}, to: {id: 'place:yunhai'}, properties: {}},
  {from: {id: 'obs:yunhai/03/lanterns', recordedVersion: 4}, to: {id: 'place:yunhai'}, properties: {}}
] AS row MATCH (a:PastObservation {id: row.from.id, recordedVersion: row.from.recordedVersion}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:ABOUT]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/lanterns', recordedVersion: 2}, to: {id: 'indicator:lanterns-made'}, properties: {}},
  {from: {id: 'obs:yunhai/03/lanterns', recordedVersion: 4}, to: {id: 'indicator:lanterns-made'}, properties: {}}
] AS row MATCH (a:PastObservation {id: row.from.id, recordedVersion: row.from.recordedVersion}) MATCH (b:Entity {id: row.to.id}) CREATE (a)-[r:MEASURES]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/03/lanterns', recordedVersion: 4}, to: {id: 'article:yunhai/03'}, properties: {}}
] AS row MATCH (a:PastObservation {id: row.from.id, recordedVersion: row.from.recordedVersion}) MATCH (b:PastArticle {id: row.to.id}) CREATE (a)-[r:PRINTED_IN]->(b) SET r = row.properties;
UNWIND [
  {from: {id: 'obs:yunhai/01/boats', recordedVersion: 2}, to: {id: 'indicator:yunhai-boats'}, properties: {}}
] AS row MATCH (a:PastObservation {id: row.from.id, recordedVersion: row.from.recordedVersion}) MATCH (b:PastEntity {id: row.to.id}) CREATE (a)-[r:MEASURES]->(b) SET r = row.properties;
