#include <config.h>

#include "paper/hanfact.h"

#define AT(han) [(han) - HANFACT_FIRST]

enum {
    ROLE = HANFACT_ROLE,
    SHORT = HANFACT_ROLE | HANFACT_SHORT_ROLE,
    CREDIT = HANFACT_CREDIT,
    CHAPTER = HANFACT_CHAPTER,
    FURNITURE = HANFACT_FURNITURE,
    PROSE = HANFACT_PROSE,
    NO_LONG = HANFACT_NO_LONG_NAME
};

const uint8_t hanfacts[HANFACT_END - HANFACT_FIRST] = {
    AT(U'电') = FURNITURE, AT(U'文') = SHORT | FURNITURE, AT(U'编') = SHORT | FURNITURE,
    AT(U'图') = SHORT | CREDIT, AT(U'摄') = SHORT | CREDIT, AT(U'攝') = SHORT | CREDIT,
    AT(U'圖') = HANFACT_SHORT_ROLE | CREDIT, AT(U'绘') = HANFACT_SHORT_ROLE | CREDIT,
    AT(U'中') = ROLE | CHAPTER,
    AT(U'作') = ROLE, AT(U'供') = ROLE, AT(U'全') = ROLE, AT(U'写') = ROLE, AT(U'制') = ROLE,
    AT(U'報') = ROLE, AT(U'实') = ROLE, AT(U'實') = ROLE, AT(U'报') = ROLE, AT(U'採') = ROLE,
    AT(U'插') = ROLE, AT(U'撰') = ROLE, AT(U'整') = ROLE, AT(U'新') = ROLE, AT(U'漫') = ROLE,
    AT(U'特') = ROLE, AT(U'综') = ROLE, AT(U'署') = ROLE, AT(U'融') = ROLE, AT(U'記') = ROLE,
    AT(U'論') = ROLE, AT(U'记') = ROLE, AT(U'读') = ROLE, AT(U'讀') = ROLE, AT(U'通') = ROLE,
    AT(U'采') = ROLE, AT(U'首') = ROLE,
    AT(U'本') = ROLE | FURNITURE, AT(U'編') = ROLE | FURNITURE, AT(U'见') = ROLE | FURNITURE,
    AT(U'影') = CREDIT, AT(U'片') = CREDIT,
    AT(U'第') = CHAPTER | FURNITURE, AT(U'上') = CHAPTER | FURNITURE,
    AT(U'下') = CHAPTER | FURNITURE,
    AT(U'序') = CHAPTER, AT(U'引') = CHAPTER, AT(U'楔') = CHAPTER, AT(U'尾') = CHAPTER,
    AT(U'后') = CHAPTER, AT(U'後') = CHAPTER, AT(U'番') = CHAPTER, AT(U'跋') = CHAPTER,
    AT(U'自') = CHAPTER, AT(U'题') = CHAPTER, AT(U'目') = CHAPTER, AT(U'零') = CHAPTER,
    AT(U'一') = CHAPTER, AT(U'二') = CHAPTER, AT(U'三') = CHAPTER, AT(U'四') = CHAPTER,
    AT(U'五') = CHAPTER, AT(U'六') = CHAPTER, AT(U'七') = CHAPTER, AT(U'八') = CHAPTER,
    AT(U'九') = CHAPTER, AT(U'十') = CHAPTER, AT(U'百') = CHAPTER, AT(U'千') = CHAPTER,
    AT(U'两') = CHAPTER, AT(U'廿') = CHAPTER, AT(U'卅') = CHAPTER,
    AT(U'前') = CHAPTER | NO_LONG,
    AT(U'星') = FURNITURE, AT(U'周') = FURNITURE, AT(U'週') = FURNITURE, AT(U'禮') = FURNITURE,
    AT(U'月') = FURNITURE, AT(U'火') = FURNITURE, AT(U'水') = FURNITURE, AT(U'木') = FURNITURE,
    AT(U'金') = FURNITURE, AT(U'土') = FURNITURE, AT(U'农') = FURNITURE, AT(U'農') = FURNITURE,
    AT(U'夏') = FURNITURE, AT(U'旧') = FURNITURE, AT(U'责') = FURNITURE, AT(U'責') = FURNITURE,
    AT(U'执') = FURNITURE, AT(U'版') = FURNITURE, AT(U'美') = FURNITURE, AT(U'组') = FURNITURE,
    AT(U'校') = FURNITURE, AT(U'审') = FURNITURE, AT(U'检') = FURNITURE, AT(U'邮') = FURNITURE,
    AT(U'热') = FURNITURE, AT(U'主') = FURNITURE, AT(U'值') = FURNITURE, AT(U'视') = FURNITURE,
    AT(U'紧') = FURNITURE, AT(U'緊') = FURNITURE, AT(U'转') = FURNITURE, AT(U'轉') = FURNITURE,
    AT(U'接') = FURNITURE, AT(U'来') = FURNITURE, AT(U'來') = FURNITURE, AT(U'出') = FURNITURE,
    AT(U'时') = FURNITURE, AT(U'字') = FURNITURE, AT(U'浏') = FURNITURE, AT(U'阅') = FURNITURE,
    AT(U'评') = FURNITURE,
    AT(U'日') = FURNITURE | NO_LONG,
    AT(U'在') = PROSE | NO_LONG, AT(U'了') = PROSE | NO_LONG, AT(U'的') = PROSE | NO_LONG,
    AT(U'是') = PROSE | NO_LONG, AT(U'这') = PROSE | NO_LONG, AT(U'我') = PROSE | NO_LONG,
    AT(U'你') = PROSE | NO_LONG, AT(U'他') = PROSE | NO_LONG, AT(U'她') = PROSE | NO_LONG,
    AT(U'它') = PROSE | NO_LONG, AT(U'从') = PROSE | NO_LONG,
    AT(U'们') = PROSE, AT(U'看') = PROSE, AT(U'说') = PROSE,
    AT(U'到') = NO_LONG, AT(U'和') = NO_LONG, AT(U'对') = NO_LONG, AT(U'与') = NO_LONG,
    AT(U'向') = NO_LONG, AT(U'获') = NO_LONG, AT(U'悉') = NO_LONG, AT(U'近') = NO_LONG,
    AT(U'今') = NO_LONG, AT(U'由') = NO_LONG, AT(U'被') = NO_LONG, AT(U'将') = NO_LONG,
    AT(U'已') = NO_LONG, AT(U'也') = NO_LONG, AT(U'那') = NO_LONG, AT(U'有') = NO_LONG,
    AT(U'为') = NO_LONG, AT(U'就') = NO_LONG,
};
