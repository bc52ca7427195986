PRAGMA application_id = 1516783474;
PRAGMA user_version = 11;
CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL,
    json TEXT NOT NULL, text TEXT, citations INTEGER NOT NULL, is_removed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE change (
    version INTEGER NOT NULL REFERENCES version, sequence INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (version, sequence)
) WITHOUT ROWID;
CREATE TABLE citation (
    row INTEGER PRIMARY KEY, subject TEXT NOT NULL, article TEXT NOT NULL, sort TEXT NOT NULL, words TEXT NOT NULL, part TEXT NOT NULL, name TEXT,
    json TEXT NOT NULL, is_standing INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE digest (name TEXT PRIMARY KEY, sum INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit TEXT, type TEXT NOT NULL, kind TEXT, name TEXT NOT NULL, name_english TEXT,
    first TEXT, last TEXT, period TEXT NOT NULL, json TEXT NOT NULL,
    uncited TEXT, citations INTEGER NOT NULL DEFAULT 0, is_removed INTEGER NOT NULL DEFAULT 0, is_in_past INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE former_id (id TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE TABLE former_relationship_id (
    id TEXT PRIMARY KEY, relationship TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE issue_text (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE mention (
    source TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, sort TEXT NOT NULL, PRIMARY KEY (source, entity)
) WITHOUT ROWID;
CREATE TABLE name (
    row INTEGER PRIMARY KEY, owner TEXT NOT NULL, type TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL
);
CREATE VIRTUAL TABLE name_search USING fts5 (code_points, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE observation (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, indicator TEXT NOT NULL, about TEXT NOT NULL, place TEXT, attributed_to TEXT, at TEXT, occasion TEXT,
    measure TEXT NOT NULL, comparison TEXT, accumulation TEXT NOT NULL, status TEXT NOT NULL, unit TEXT NOT NULL, within TEXT, breakdown TEXT,
    figure TEXT NOT NULL, first TEXT, last TEXT, period TEXT NOT NULL, series TEXT NOT NULL,
    value_key TEXT NOT NULL, lower_key TEXT, upper_key TEXT, is_lower_open INTEGER NOT NULL, is_upper_open INTEGER NOT NULL, is_rounded INTEGER NOT NULL,
    sort TEXT NOT NULL, json TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, recorded_version INTEGER NOT NULL, removed_at INTEGER, removed_version INTEGER
);
CREATE TABLE occasion (relationship TEXT NOT NULL, place INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (relationship, place)) WITHOUT ROWID;
CREATE TABLE reference (source TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (source, entity)) WITHOUT ROWID;
CREATE TABLE relationship (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
    first TEXT, last TEXT, period TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL, sort TEXT NOT NULL, json TEXT NOT NULL
);
CREATE TABLE sentence (row INTEGER PRIMARY KEY, article TEXT NOT NULL, place TEXT NOT NULL, address TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE sentence_search USING fts5 (code_points, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE state (generation INTEGER NOT NULL, source TEXT);
CREATE TABLE statement (
    relationship TEXT NOT NULL, json TEXT NOT NULL, cited TEXT NOT NULL, article TEXT NOT NULL, sort TEXT NOT NULL,
    PRIMARY KEY (relationship, json, cited)
) WITHOUT ROWID;
CREATE TABLE unit (id TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE version (
    number INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, unit TEXT NOT NULL, hash TEXT,
    added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL
);
INSERT INTO article VALUES (1, 'article:yunhai/01', '2031-03-02', '灯会第1日'||char(10)||'lanternfair,day1', '灯会第1日', '{"Id":"article:yunhai/01","Newspaper":"云海晚报","NewspaperEnglish":"Yunhai Evening","Date":"2031-03-02","Title":"灯会第1日","TitleEnglish":"Lantern fair, day 1","Lines":[{"First":1,"Last":9}],"Sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","IsCutAtStart":false,"IsCutAtEnd":false,"Corrections":[],"Repeats":[]}', '灯会开幕'||char(10)||'云海市灯会昨日开幕，蓝桥到场。'||char(10)||'全市造出灯笼80余个，增长约12%，船30艘。', 8, 0);
INSERT INTO article VALUES (2, 'article:yunhai/02', '2031-03-03', '灯会第2日'||char(10)||'lanternfair,day2', '灯会第2日', '{"Id":"article:yunhai/02","Newspaper":"云海晚报","NewspaperEnglish":"Yunhai Evening","Date":"2031-03-03","Title":"灯会第2日","TitleEnglish":"Lantern fair, day 2","Lines":[{"First":1,"Last":9}],"Sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","IsCutAtStart":false,"IsCutAtEnd":false,"Corrections":[],"Repeats":[]}', NULL, 4, 0);
INSERT INTO article VALUES (3, 'article:yunhai/03', '2031-03-04', '灯会第3日'||char(10)||'lanternfair,day3', '灯会第3日', '{"Id":"article:yunhai/03","Newspaper":"云海晚报","NewspaperEnglish":"Yunhai Evening","Date":"2031-03-04","Title":"灯会第3日","TitleEnglish":"Lantern fair, day 3","Lines":[{"First":1,"Last":9}],"Sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","IsCutAtStart":false,"IsCutAtEnd":false,"Corrections":[],"Repeats":[]}', '灯'||char(10)||'灯七个。', 0, 1);
INSERT INTO change VALUES (1, 1, 'Added', 'event:yunhai-lantern-fair');
INSERT INTO change VALUES (1, 2, 'Added', 'indicator:lanterns-made');
INSERT INTO change VALUES (1, 3, 'Added', 'org:yunhai-guild');
INSERT INTO change VALUES (1, 4, 'Added', 'org:yunhai-harbour-office');
INSERT INTO change VALUES (1, 5, 'Added', 'person:lan-qiao');
INSERT INTO change VALUES (1, 6, 'Added', 'place:yunhai');
INSERT INTO change VALUES (2, 1, 'Added', 'indicator:yunhai-boats');
INSERT INTO change VALUES (2, 2, 'Changed', 'org:yunhai-guild');
INSERT INTO change VALUES (2, 3, 'Changed', 'person:lan-qiao');
INSERT INTO change VALUES (2, 4, 'Changed', 'place:yunhai');
INSERT INTO change VALUES (2, 5, 'Added', 'rel:1e1b8e3487f8635b');
INSERT INTO change VALUES (2, 6, 'Added', 'rel:a1f093cf53ff21a8');
INSERT INTO change VALUES (2, 7, 'Added', 'rel:b1e3b7c3aa6cf510');
INSERT INTO change VALUES (2, 8, 'Added', 'obs:yunhai/01/boats');
INSERT INTO change VALUES (2, 9, 'Added', 'obs:yunhai/01/growth');
INSERT INTO change VALUES (2, 10, 'Added', 'obs:yunhai/01/lanterns');
INSERT INTO change VALUES (2, 11, 'Added', 'article:yunhai/01');
INSERT INTO change VALUES (3, 1, 'Added', 'org:yunhai-paper');
INSERT INTO change VALUES (3, 2, 'Added', 'rel:1d7d014db157c1f5');
INSERT INTO change VALUES (3, 3, 'Changed', 'rel:a1f093cf53ff21a8');
INSERT INTO change VALUES (3, 4, 'Added', 'obs:yunhai/02/rank');
INSERT INTO change VALUES (3, 5, 'Added', 'article:yunhai/02');
INSERT INTO change VALUES (4, 1, 'Added', 'rel:460e5e1c6031d7b2');
INSERT INTO change VALUES (4, 2, 'Added', 'obs:yunhai/03/lanterns');
INSERT INTO change VALUES (4, 3, 'Added', 'article:yunhai/03');
INSERT INTO change VALUES (5, 1, 'Removed', 'indicator:yunhai-boats');
INSERT INTO change VALUES (5, 2, 'Removed', 'obs:yunhai/01/boats');
INSERT INTO change VALUES (5, 3, 'Changed', 'obs:yunhai/01/lanterns');
INSERT INTO change VALUES (5, 4, 'Changed', 'article:yunhai/01');
INSERT INTO change VALUES (6, 1, 'Removed', 'rel:460e5e1c6031d7b2');
INSERT INTO change VALUES (6, 2, 'Removed', 'obs:yunhai/03/lanterns');
INSERT INTO change VALUES (6, 3, 'Removed', 'article:yunhai/03');
INSERT INTO citation VALUES (1, 'rel:a1f093cf53ff21a8', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '', 'Body', NULL, '{"Of":"rel:a1f093cf53ff21a8","Article":"article:yunhai/01","Address":"2.1","Part":"Body","Quote":"云海市灯会昨日开幕，蓝桥到场。","Span":{"Start":5,"End":20}}', 1);
INSERT INTO citation VALUES (2, 'rel:1e1b8e3487f8635b', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '', 'Body', NULL, '{"Of":"rel:1e1b8e3487f8635b","Article":"article:yunhai/01","Address":"2.1","Part":"Body","Quote":"云海市灯会昨日开幕，蓝桥到场。","Span":{"Start":5,"End":20}}', 1);
INSERT INTO citation VALUES (3, 'rel:b1e3b7c3aa6cf510', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '', 'Body', NULL, '{"Of":"rel:b1e3b7c3aa6cf510","Article":"article:yunhai/01","Address":"2.1","Part":"Body","Quote":"云海市灯会昨日开幕，蓝桥到场。","Span":{"Start":5,"End":20}}', 1);
INSERT INTO citation VALUES (4, 'place:yunhai', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '云海市', 'Body', '云海市', '{"Of":"place:yunhai","Article":"article:yunhai/01","Address":"2.1","Part":"Body","Words":"云海市","Quote":"云海市灯会昨日开幕，蓝桥到场。","Span":{"Start":5,"End":20}}', 1);
INSERT INTO citation VALUES (5, 'person:lan-qiao', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '蓝桥', 'Body', '蓝桥', '{"Of":"person:lan-qiao","Article":"article:yunhai/01","Address":"2.1","Part":"Body","Words":"蓝桥","Quote":"云海市灯会昨日开幕，蓝桥到场。","Span":{"Start":5,"End":20}}', 1);
INSERT INTO citation VALUES (6, 'org:yunhai-guild', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '云海•灯笼行会', 'Body', '云海灯笼行会', '{"Of":"org:yunhai-guild","Article":"article:yunhai/01","Address":"3.1","Part":"Body","Words":"云海•灯笼行会","Quote":"全市造出灯笼80余个，增长约12%，船30艘。","Span":{"Start":21,"End":44}}', 1);
INSERT INTO citation VALUES (8, 'obs:yunhai/01/growth', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '增长约12%', 'Body', NULL, '{"Of":"obs:yunhai/01/growth","Article":"article:yunhai/01","Address":"3.1","Part":"Body","Words":"增长约12%","Quote":"全市造出灯笼80余个，增长约12%，船30艘。","Span":{"Start":21,"End":44}}', 1);
INSERT INTO citation VALUES (9, 'obs:yunhai/01/boats', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '30个', 'Body', NULL, '{"Of":"obs:yunhai/01/boats","Article":"article:yunhai/01","Address":"3.1","Part":"Body","Words":"30个","Quote":"全市造出灯笼80余个，增长约12%，船30艘。","Span":{"Start":21,"End":44}}', 0);
INSERT INTO citation VALUES (10, 'rel:a1f093cf53ff21a8', 'article:yunhai/02', '2031-03-03|article:yunhai/02|000003.0001-000003.0001', '', 'Body', NULL, '{"Of":"rel:a1f093cf53ff21a8","Article":"article:yunhai/02","Address":"3.1","Part":"Body"}', 1);
INSERT INTO citation VALUES (11, 'rel:1d7d014db157c1f5', 'article:yunhai/02', '2031-03-03|article:yunhai/02|000003.0001-000003.0001', '', 'Body', NULL, '{"Of":"rel:1d7d014db157c1f5","Article":"article:yunhai/02","Address":"3.1","Part":"Body"}', 1);
INSERT INTO citation VALUES (12, 'org:yunhai-paper', 'article:yunhai/02', '2031-03-03|article:yunhai/02|000002.0001-000002.0001', '云海纸业', 'Body', '云海纸业', '{"Of":"org:yunhai-paper","Article":"article:yunhai/02","Address":"2.1","Part":"Body","Words":"云海纸业"}', 1);
INSERT INTO citation VALUES (13, 'obs:yunhai/02/rank', 'article:yunhai/02', '2031-03-03|article:yunhai/02|000004.0001-000004.0001', '2个', 'Body', NULL, '{"Of":"obs:yunhai/02/rank","Article":"article:yunhai/02","Address":"4.1","Part":"Body","Words":"2个"}', 1);
INSERT INTO citation VALUES (15, 'obs:yunhai/03/lanterns', 'article:yunhai/03', '2031-03-04|article:yunhai/03|000004.0001-000004.0001', '7个', 'Body', NULL, '{"Of":"obs:yunhai/03/lanterns","Article":"article:yunhai/03","Address":"4.1","Part":"Body","Words":"7个"}', 0);
INSERT INTO citation VALUES (16, 'obs:yunhai/01/lanterns', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '85余个', 'Body', NULL, '{"Of":"obs:yunhai/01/lanterns","Article":"article:yunhai/01","Address":"3.1","Part":"Body","Words":"85余个","Quote":"全市造出灯笼80余个，增长约12%，船30艘。","Span":{"Start":21,"End":44}}', 1);
INSERT INTO entity VALUES (1, 'org:yunhai-harbour-office', 'registry', 'Organization', 'GOVERNMENT', '云海港务处', 'Yunhai Harbour Office', NULL, NULL, '~', '{"Id":"org:yunhai-harbour-office","Type":"Organization","Kind":"GOVERNMENT","Names":[{"Text":"云海港务处","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Yunhai Harbour Office","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{}}', '["云海港务处"]', 0, 0, 0);
INSERT INTO entity VALUES (2, 'person:lan-qiao', 'registry', 'Official', NULL, '蓝桥', 'Lan Qiao', NULL, NULL, '~', '{"Id":"person:lan-qiao","Type":"Official","Names":[{"Text":"蓝桥","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Lan Qiao","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{}}', NULL, 1, 0, 0);
INSERT INTO entity VALUES (3, 'place:yunhai', 'registry', 'Place', 'CITY', '云海市', 'Yunhai', NULL, NULL, '~', '{"Id":"place:yunhai","Type":"Place","Kind":"CITY","Names":[{"Text":"云海市","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Yunhai","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":["place:yunhai-town"],"Properties":{}}', NULL, 1, 0, 1);
INSERT INTO entity VALUES (4, 'indicator:lanterns-made', 'registry', 'Indicator', NULL, '灯笼产量', 'Lanterns made', NULL, NULL, '~', '{"Id":"indicator:lanterns-made","Type":"Indicator","Names":[{"Text":"灯笼产量","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Lanterns made","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{"definition":"纸灯笼","dimension":"COUNT"}}', '["灯笼产量"]', 0, 0, 1);
INSERT INTO entity VALUES (5, 'event:yunhai-lantern-fair', 'registry', 'Event', NULL, '云海灯会', 'Yunhai Lantern Fair', '2031-03-01', '2031-03-01', '2031-03-01', '{"Id":"event:yunhai-lantern-fair","Type":"Event","Names":[{"Text":"云海灯会","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Yunhai Lantern Fair","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{},"Period":{"Words":"昨日","First":"2031-03-01","Last":"2031-03-01","Precision":"Range","Basis":"Stated"}}', '["云海灯会"]', 0, 0, 0);
INSERT INTO entity VALUES (6, 'org:yunhai-guild', 'registry', 'Organization', 'ASSOCIATION', '云海·灯笼行会', 'Lantern Guild', NULL, NULL, '~', '{"Id":"org:yunhai-guild","Type":"Organization","Kind":"ASSOCIATION","Names":[{"Text":"云海·灯笼行会","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Lantern Guild","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{}}', NULL, 1, 0, 0);
INSERT INTO entity VALUES (7, 'indicator:yunhai-boats', NULL, 'Indicator', NULL, '船数', 'Boats', NULL, NULL, '~', '{"Id":"indicator:yunhai-boats","Type":"Indicator","Names":[{"Text":"船数","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Boats","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{"broader":"indicator:lanterns-made","dimension":"COUNT"}}', '["船数"]', 0, 1, 1);
INSERT INTO entity VALUES (8, 'org:yunhai-paper', 'article:yunhai/02', 'Company', NULL, '云海纸业', 'Yunhai Paper', NULL, NULL, '~', '{"Id":"org:yunhai-paper","Type":"Company","Names":[{"Text":"云海纸业","Language":"zh","Basis":"Printed","IsPrimary":true},{"Text":"Yunhai Paper","Language":"en","Basis":"Translation","IsPrimary":true}],"FormerIds":[],"Properties":{}}', NULL, 1, 0, 0);
INSERT INTO former_id VALUES ('place:yunhai-town', 'place:yunhai');
INSERT INTO issue_text VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '灯会开幕'||char(10)||'云海市灯会昨日开幕，蓝桥到场。'||char(10)||'全市造出灯笼80余个，增长约12%，船30艘。');
INSERT INTO mention VALUES ('article:yunhai/01', 'event:yunhai-lantern-fair', 'FACT', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/01', 'indicator:lanterns-made', 'FACT', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/01', 'org:yunhai-guild', 'NAME', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/01', 'org:yunhai-harbour-office', 'DETAIL', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/01', 'person:lan-qiao', 'NAME', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/01', 'place:yunhai', 'NAME', '2031-03-02');
INSERT INTO mention VALUES ('article:yunhai/02', 'indicator:lanterns-made', 'FACT', '2031-03-03');
INSERT INTO mention VALUES ('article:yunhai/02', 'org:yunhai-paper', 'NAME', '2031-03-03');
INSERT INTO mention VALUES ('article:yunhai/02', 'person:lan-qiao', 'FACT', '2031-03-03');
INSERT INTO mention VALUES ('article:yunhai/02', 'place:yunhai', 'FACT', '2031-03-03');
INSERT INTO name VALUES (1, 'org:yunhai-harbour-office', 'Organization', '0000', '云海港务处', '云海港务处');
INSERT INTO name VALUES (2, 'org:yunhai-harbour-office', 'Organization', '0001', 'Yunhai Harbour Office', 'yunhaiharbouroffice');
INSERT INTO name VALUES (3, 'person:lan-qiao', 'Official', '0000', '蓝桥', '蓝桥');
INSERT INTO name VALUES (4, 'person:lan-qiao', 'Official', '0001', 'Lan Qiao', 'lanqiao');
INSERT INTO name VALUES (5, 'place:yunhai', 'Place', '0000', '云海市', '云海市');
INSERT INTO name VALUES (6, 'place:yunhai', 'Place', '0001', 'Yunhai', 'yunhai');
INSERT INTO name VALUES (7, 'indicator:lanterns-made', 'Indicator', '0000', '灯笼产量', '灯笼产量');
INSERT INTO name VALUES (8, 'indicator:lanterns-made', 'Indicator', '0001', 'Lanterns made', 'lanternsmade');
INSERT INTO name VALUES (9, 'event:yunhai-lantern-fair', 'Event', '0000', '云海灯会', '云海灯会');
INSERT INTO name VALUES (10, 'event:yunhai-lantern-fair', 'Event', '0001', 'Yunhai Lantern Fair', 'yunhailanternfair');
INSERT INTO name VALUES (11, 'org:yunhai-guild', 'Organization', '0000', '云海·灯笼行会', '云海灯笼行会');
INSERT INTO name VALUES (12, 'org:yunhai-guild', 'Organization', '0001', 'Lantern Guild', 'lanternguild');
INSERT INTO name VALUES (17, 'article:yunhai/02', 'Article', '0000', '灯会第2日', '灯会第2日');
INSERT INTO name VALUES (18, 'article:yunhai/02', 'Article', '0001', 'Lantern fair, day 2', 'lanternfair,day2');
INSERT INTO name VALUES (19, 'org:yunhai-paper', 'Company', '0000', '云海纸业', '云海纸业');
INSERT INTO name VALUES (20, 'org:yunhai-paper', 'Company', '0001', 'Yunhai Paper', 'yunhaipaper');
INSERT INTO name VALUES (23, 'article:yunhai/01', 'Article', '0000', '灯会第1日', '灯会第1日');
INSERT INTO name VALUES (24, 'article:yunhai/01', 'Article', '0001', 'Lantern fair, day 1', 'lanternfair,day1');
INSERT INTO name_search (rowid, code_points) VALUES (1, '4e91 6d77 6e2f 52a1 5904 ');
INSERT INTO name_search (rowid, code_points) VALUES (2, '79 75 6e 68 61 69 68 61 72 62 6f 75 72 6f 66 66 69 63 65 ');
INSERT INTO name_search (rowid, code_points) VALUES (3, '84dd 6865 ');
INSERT INTO name_search (rowid, code_points) VALUES (4, '6c 61 6e 71 69 61 6f ');
INSERT INTO name_search (rowid, code_points) VALUES (5, '4e91 6d77 5e02 ');
INSERT INTO name_search (rowid, code_points) VALUES (6, '79 75 6e 68 61 69 ');
INSERT INTO name_search (rowid, code_points) VALUES (7, '706f 7b3c 4ea7 91cf ');
INSERT INTO name_search (rowid, code_points) VALUES (8, '6c 61 6e 74 65 72 6e 73 6d 61 64 65 ');
INSERT INTO name_search (rowid, code_points) VALUES (9, '4e91 6d77 706f 4f1a ');
INSERT INTO name_search (rowid, code_points) VALUES (10, '79 75 6e 68 61 69 6c 61 6e 74 65 72 6e 66 61 69 72 ');
INSERT INTO name_search (rowid, code_points) VALUES (11, '4e91 6d77 706f 7b3c 884c 4f1a ');
INSERT INTO name_search (rowid, code_points) VALUES (12, '6c 61 6e 74 65 72 6e 67 75 69 6c 64 ');
INSERT INTO name_search (rowid, code_points) VALUES (17, '706f 4f1a 7b2c 32 65e5 ');
INSERT INTO name_search (rowid, code_points) VALUES (18, '6c 61 6e 74 65 72 6e 66 61 69 72 2c 64 61 79 32 ');
INSERT INTO name_search (rowid, code_points) VALUES (19, '4e91 6d77 7eb8 4e1a ');
INSERT INTO name_search (rowid, code_points) VALUES (20, '79 75 6e 68 61 69 70 61 70 65 72 ');
INSERT INTO name_search (rowid, code_points) VALUES (23, '706f 4f1a 7b2c 31 65e5 ');
INSERT INTO name_search (rowid, code_points) VALUES (24, '6c 61 6e 74 65 72 6e 66 61 69 72 2c 64 61 79 31 ');
INSERT INTO observation VALUES (1, 'obs:yunhai/01/lanterns', 'article:yunhai/01', 'indicator:lanterns-made', 'place:yunhai', NULL, NULL, NULL, NULL, 'Level', NULL, 'Single', 'Actual', 'piece', NULL, NULL, '80余个', '2031-03-01', '2031-03-01', '2031-03-01', 'bbf20c74db8ed24a', 'p528', 'p528', 'p529', 1, 1, 0, '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '{"Id":"obs:yunhai/01/lanterns","Article":"article:yunhai/01","Indicator":"indicator:lanterns-made","About":"place:yunhai","Measure":"Level","Quantity":{"Value":80,"Unit":"piece","Multiplier":0,"Hedge":"AndSome","Lower":{"Value":80,"IsInclusive":false},"Upper":{"Value":90,"IsInclusive":false},"BoundBasis":"Convention","Meaning":"Uncertain"},"Figure":"80余个","Period":{"Words":"昨日","First":"2031-03-01","Last":"2031-03-01","Precision":"Range","Basis":"Stated"},"Accumulation":"Single","Status":"Actual"}', 19328832000000000, 2, 19331424000000000, 5);
INSERT INTO observation VALUES (2, 'obs:yunhai/01/growth', 'article:yunhai/01', 'indicator:lanterns-made', 'place:yunhai', NULL, 'org:yunhai-harbour-office', NULL, NULL, 'RateOfChange', 'YearOnYear', 'Single', 'Actual', '%', NULL, NULL, '增长约12%', NULL, NULL, '~', '1e6234c19f7587b2', 'p5212', 'p52114', 'p52126', 0, 0, 0, '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '{"Id":"obs:yunhai/01/growth","Article":"article:yunhai/01","Indicator":"indicator:lanterns-made","About":"place:yunhai","Measure":"RateOfChange","Comparison":"YearOnYear","Quantity":{"Value":12,"Unit":"%","Multiplier":0,"Hedge":"About","Lower":{"Value":11.4,"IsInclusive":true},"Upper":{"Value":12.6,"IsInclusive":true},"BoundBasis":"Convention","Meaning":"Uncertain"},"Figure":"增长约12%","Accumulation":"Single","AttributedTo":"org:yunhai-harbour-office","Capacity":"负责人","Status":"Actual"}', 19328832000000000, 2, NULL, NULL);
INSERT INTO observation VALUES (3, 'obs:yunhai/01/boats', 'article:yunhai/01', 'indicator:yunhai-boats', 'place:yunhai', NULL, NULL, NULL, NULL, 'Level', NULL, 'Single', 'Actual', 'piece', NULL, NULL, '30个', NULL, NULL, '~', 'a94eca254986439b', 'p523', 'p523', 'p523', 0, 0, 0, '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '{"Id":"obs:yunhai/01/boats","Article":"article:yunhai/01","Indicator":"indicator:yunhai-boats","About":"place:yunhai","Measure":"Level","Quantity":{"Value":30,"Unit":"piece","Multiplier":0,"Hedge":"None","Meaning":"Uncertain"},"Figure":"30个","Accumulation":"Single","Status":"Actual"}', 19328832000000000, 2, 19331424000000000, 5);
INSERT INTO observation VALUES (4, 'obs:yunhai/02/rank', 'article:yunhai/02', 'indicator:lanterns-made', 'org:yunhai-paper', NULL, NULL, NULL, NULL, 'Rank', NULL, 'Single', 'Actual', 'piece', '全省城市', NULL, '2个', NULL, NULL, '~', 'c69514ecbd5c304b', 'p512', 'p512', 'p512', 0, 0, 0, '2031-03-03|article:yunhai/02|000004.0001-000004.0001', '{"Id":"obs:yunhai/02/rank","Article":"article:yunhai/02","Indicator":"indicator:lanterns-made","About":"org:yunhai-paper","Measure":"Rank","Quantity":{"Value":2,"Unit":"piece","Multiplier":0,"Hedge":"None","Meaning":"Uncertain"},"Figure":"2个","Accumulation":"Single","Within":{"Words":"全省 城市","Place":"place:yunhai","Size":14,"IsAscending":false},"Status":"Actual"}', 19329696000000000, 3, NULL, NULL);
INSERT INTO observation VALUES (5, 'obs:yunhai/03/lanterns', 'article:yunhai/03', 'indicator:lanterns-made', 'place:yunhai', NULL, NULL, NULL, NULL, 'Level', NULL, 'Single', 'Actual', 'piece', NULL, NULL, '7个', NULL, NULL, '~', 'bbf20c74db8ed24a', 'p517', 'p517', 'p517', 0, 0, 0, '2031-03-04|article:yunhai/03|000004.0001-000004.0001', '{"Id":"obs:yunhai/03/lanterns","Article":"article:yunhai/03","Indicator":"indicator:lanterns-made","About":"place:yunhai","Measure":"Level","Quantity":{"Value":7,"Unit":"piece","Multiplier":0,"Hedge":"None","Meaning":"Uncertain"},"Figure":"7个","Accumulation":"Single","Status":"Actual"}', 19330560000000000, 4, 19332288000000000, 6);
INSERT INTO observation VALUES (6, 'obs:yunhai/01/lanterns', 'article:yunhai/01', 'indicator:lanterns-made', 'place:yunhai', NULL, NULL, NULL, NULL, 'Level', NULL, 'Single', 'Actual', 'piece', NULL, NULL, '85余个', '2031-03-01', '2031-03-01', '2031-03-01', 'bbf20c74db8ed24a', 'p5285', 'p5285', 'p5286', 1, 1, 0, '2031-03-02|article:yunhai/01|000003.0001-000003.0001', '{"Id":"obs:yunhai/01/lanterns","Article":"article:yunhai/01","Indicator":"indicator:lanterns-made","About":"place:yunhai","Measure":"Level","Quantity":{"Value":85,"Unit":"piece","Multiplier":0,"Hedge":"AndSome","Lower":{"Value":85,"IsInclusive":false},"Upper":{"Value":86,"IsInclusive":false},"BoundBasis":"Convention","Meaning":"Uncertain"},"Figure":"85余个","Period":{"Words":"昨日","First":"2031-03-01","Last":"2031-03-01","Precision":"Range","Basis":"Stated"},"Accumulation":"Single","Status":"Actual"}', 19331424000000000, 5, NULL, NULL);
INSERT INTO occasion VALUES ('rel:1e1b8e3487f8635b', 0, 'event:yunhai-lantern-fair');
INSERT INTO occasion VALUES ('rel:b1e3b7c3aa6cf510', 0, 'event:yunhai-lantern-fair');
INSERT INTO reference VALUES ('indicator:yunhai-boats', 'indicator:lanterns-made');
INSERT INTO relationship VALUES (1, 'rel:1e1b8e3487f8635b', 'TOOK_PART_IN', 'person:lan-qiao', 'event:yunhai-lantern-fair', '2031-03-01', '2031-03-01', '2031-03-01', 'Stated', '到场', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '{"Id":"rel:1e1b8e3487f8635b","Type":"TOOK_PART_IN","From":"person:lan-qiao","To":"event:yunhai-lantern-fair","Properties":{"role":"PARTICIPANT","word":"到场"},"Status":"Stated"}');
INSERT INTO relationship VALUES (2, 'rel:a1f093cf53ff21a8', 'HOLDS_POST', 'person:lan-qiao', 'place:yunhai', NULL, NULL, '~', 'Stated', '市长', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '{"Id":"rel:a1f093cf53ff21a8","Type":"HOLDS_POST","From":"person:lan-qiao","To":"place:yunhai","Properties":{"title":"市长"},"Period":{"Words":"近年来","Precision":"Range","Basis":"Stated"},"Status":"Stated"}');
INSERT INTO relationship VALUES (3, 'rel:b1e3b7c3aa6cf510', 'HELD_AT', 'event:yunhai-lantern-fair', 'place:yunhai', '2031-03-01', '2031-03-01', '2031-03-01', 'Stated', '', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', '{"Id":"rel:b1e3b7c3aa6cf510","Type":"HELD_AT","From":"event:yunhai-lantern-fair","To":"place:yunhai","Properties":{"role":"MAIN"},"Status":"Stated"}');
INSERT INTO relationship VALUES (4, 'rel:1d7d014db157c1f5', 'LOCATED_IN', 'org:yunhai-paper', 'place:yunhai', NULL, NULL, '~', 'Stated', '', '2031-03-03|article:yunhai/02|000003.0001-000003.0001', '{"Id":"rel:1d7d014db157c1f5","Type":"LOCATED_IN","From":"org:yunhai-paper","To":"place:yunhai","Properties":{},"Status":"Stated"}');
INSERT INTO sentence VALUES (1, 'article:yunhai/01', '000001.0001-000001.0001', '1.1', '灯会开幕');
INSERT INTO sentence VALUES (2, 'article:yunhai/01', '000002.0001-000002.0001', '2.1', '云海市灯会昨日开幕，蓝桥到场。');
INSERT INTO sentence VALUES (3, 'article:yunhai/01', '000003.0001-000003.0001', '3.1', '全市造出灯笼80余个，增长约12%，船30艘。');
INSERT INTO sentence_search (rowid, code_points) VALUES (1, '706f 4f1a 5f00 5e55 ');
INSERT INTO sentence_search (rowid, code_points) VALUES (2, '4e91 6d77 5e02 706f 4f1a 6628 65e5 5f00 5e55 2c 84dd 6865 5230 573a ');
INSERT INTO sentence_search (rowid, code_points) VALUES (3, '5168 5e02 9020 51fa 706f 7b3c 38 30 4f59 4e2a 2c 589e 957f 7ea6 31 32 25 2c 8239 33 30 8258 ');
INSERT INTO state VALUES (7, 'the folder of the recorded city');
INSERT INTO statement VALUES ('rel:1d7d014db157c1f5', '{"Id":"rel:1d7d014db157c1f5","Type":"LOCATED_IN","From":"org:yunhai-paper","To":"place:yunhai","Properties":{},"Status":"Stated"}', '2031-03-03|article:yunhai/02|000003.0001-000003.0001', 'article:yunhai/02', '2031-03-03|article:yunhai/02|000003.0001-000003.0001');
INSERT INTO statement VALUES ('rel:1e1b8e3487f8635b', '{"Id":"rel:1e1b8e3487f8635b","Type":"TOOK_PART_IN","From":"person:lan-qiao","To":"event:yunhai-lantern-fair","Properties":{"role":"PARTICIPANT","word":"到场"},"Status":"Stated"}', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001');
INSERT INTO statement VALUES ('rel:a1f093cf53ff21a8', '{"Id":"rel:a1f093cf53ff21a8","Type":"HOLDS_POST","From":"person:lan-qiao","To":"place:yunhai","Properties":{"title":"市长"},"Period":{"Words":"近年来","Precision":"Range","Basis":"Stated"},"Status":"Stated"}', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001');
INSERT INTO statement VALUES ('rel:a1f093cf53ff21a8', '{"Id":"rel:a1f093cf53ff21a8","Type":"HOLDS_POST","From":"person:lan-qiao","To":"place:yunhai","Properties":{"title":"市长"},"Period":{"Words":"近年来","Precision":"Range","Basis":"Stated"},"Status":"Stated"}', '2031-03-03|article:yunhai/02|000003.0001-000003.0001', 'article:yunhai/02', '2031-03-02|article:yunhai/01|000002.0001-000002.0001');
INSERT INTO statement VALUES ('rel:b1e3b7c3aa6cf510', '{"Id":"rel:b1e3b7c3aa6cf510","Type":"HELD_AT","From":"event:yunhai-lantern-fair","To":"place:yunhai","Properties":{"role":"MAIN"},"Status":"Stated"}', '2031-03-02|article:yunhai/01|000002.0001-000002.0001', 'article:yunhai/01', '2031-03-02|article:yunhai/01|000002.0001-000002.0001');
INSERT INTO unit VALUES ('article:yunhai/01', '36fb6a95de71ed0549cd11bc781d7222');
INSERT INTO unit VALUES ('article:yunhai/02', 'd8a1f31eec50577e1a0cd4ba24e5e7d8');
INSERT INTO unit VALUES ('registry', '4063b3cce4a629d71b52769635255570');
INSERT INTO version VALUES (1, 19327968000000000, 'registry', '4063b3cce4a629d71b52769635255570', 6, 0, 0);
INSERT INTO version VALUES (2, 19328832000000000, 'article:yunhai/01', '07738ec4d232206e3a9b3a134b219cc9', 8, 3, 0);
INSERT INTO version VALUES (3, 19329696000000000, 'article:yunhai/02', 'd8a1f31eec50577e1a0cd4ba24e5e7d8', 4, 1, 0);
INSERT INTO version VALUES (4, 19330560000000000, 'article:yunhai/03', '4acb56ec276c3955d13b6c6b396ac14a', 3, 0, 0);
INSERT INTO version VALUES (5, 19331424000000000, 'article:yunhai/01', '36fb6a95de71ed0549cd11bc781d7222', 0, 2, 2);
INSERT INTO version VALUES (6, 19332288000000000, 'article:yunhai/03', NULL, 0, 0, 3);
CREATE INDEX article_order ON article (sort, id) WHERE is_removed = 0;
CREATE INDEX change_removed ON change (id, version) WHERE kind = 'Removed';
CREATE INDEX citation_article ON citation (article, is_standing);
CREATE INDEX citation_name ON citation (subject, name) WHERE name IS NOT NULL;
CREATE UNIQUE INDEX citation_subject ON citation (subject, sort, words);
CREATE INDEX entity_order ON entity (type, id) WHERE is_removed = 0;
CREATE INDEX entity_period ON entity (type, period, id) WHERE is_removed = 0;
CREATE INDEX entity_unit ON entity (unit);
CREATE INDEX former_id_entity ON former_id (entity);
CREATE INDEX former_relationship_id_relationship ON former_relationship_id (relationship);
CREATE INDEX mention_entity ON mention (entity, sort, source, kind);
CREATE INDEX name_folded ON name (folded, owner);
CREATE INDEX name_owner ON name (owner);
CREATE INDEX observation_about ON observation (about, sort, id);
CREATE INDEX observation_about_line ON observation (
    about, indicator, series, status, COALESCE(CASE WHEN occasion IS NULL THEN last END, substr(sort, 1, 10)), sort,
    (occasion IS NULL AND period <> '~') * 2 + (value_key <> '~'), id
) WHERE removed_at IS NULL;
CREATE INDEX observation_about_period ON observation (about, period, id);
CREATE INDEX observation_about_value ON observation (about, value_key, id);
CREATE INDEX observation_alike ON observation (series, sort, id);
CREATE INDEX observation_article ON observation (article, sort, id);
CREATE INDEX observation_at ON observation (at, sort, id);
CREATE INDEX observation_attributed ON observation (attributed_to, sort, id);
CREATE INDEX observation_indicator ON observation (indicator, sort, id);
CREATE INDEX observation_indicator_line ON observation (
    indicator, series, status, COALESCE(CASE WHEN occasion IS NULL THEN last END, substr(sort, 1, 10)), sort,
    (occasion IS NULL AND period <> '~') * 2 + (value_key <> '~'), id
) WHERE removed_at IS NULL;
CREATE INDEX observation_indicator_period ON observation (indicator, period, id);
CREATE INDEX observation_indicator_value ON observation (indicator, value_key, id);
CREATE INDEX observation_measure ON observation (measure) WHERE removed_at IS NULL;
CREATE INDEX observation_occasion ON observation (occasion);
CREATE INDEX observation_order ON observation (sort, id);
CREATE INDEX observation_part ON observation (sort, id) WHERE breakdown IS NOT NULL;
CREATE INDEX observation_period ON observation (period, id);
CREATE INDEX observation_place ON observation (place, sort, id);
CREATE INDEX observation_place_period ON observation (place, period, id);
CREATE INDEX observation_place_value ON observation (place, value_key, id);
CREATE INDEX observation_series ON observation (about, indicator, sort, id);
CREATE INDEX observation_value ON observation (value_key, id);
CREATE UNIQUE INDEX observation_vintage ON observation (id, recorded_version);
CREATE INDEX occasion_event ON occasion (event);
CREATE INDEX reference_entity ON reference (entity);
CREATE INDEX relationship_ends ON relationship (from_id, to_id);
CREATE INDEX relationship_from ON relationship (from_id, sort, id);
CREATE INDEX relationship_from_period ON relationship (from_id, period, id);
CREATE INDEX relationship_from_type ON relationship (from_id, type, sort, id);
CREATE INDEX relationship_order ON relationship (sort, id);
CREATE INDEX relationship_period ON relationship (period, id);
CREATE INDEX relationship_to ON relationship (to_id, sort, id);
CREATE INDEX relationship_to_period ON relationship (to_id, period, id);
CREATE INDEX relationship_to_type ON relationship (to_id, type, sort, id);
CREATE INDEX relationship_type ON relationship (type, sort, id);
CREATE UNIQUE INDEX sentence_article ON sentence (article, place);
CREATE INDEX statement_article ON statement (article, sort, relationship);
